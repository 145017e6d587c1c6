package org.parley.events;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes event tables of the mapping {@code icews} at any size. The same number and seed give the
 * same bytes; a longer table begins like a shorter one.
 */
public final class Generator {

  private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
  private static final int DAYS = 4_017;

  /** Invented countries: these and no others, so that nobody is said to have done anything. */
  private static final List<String> COUNTRIES =
      List.of(
          "Freedonia",
          "Sylvania",
          "Ruritania",
          "Graustark",
          "Borduria",
          "Syldavia",
          "Zubrowka",
          "Genovia",
          "Latveria",
          "Wadiya",
          "Elbonia",
          "Krakozhia",
          "Arstotzka",
          "Sokovia");

  private static final List<String> ROLES =
      List.of(
          "Citizen",
          "Police",
          "Head of Government",
          "Foreign Affairs",
          "Military",
          "Ministry",
          "Envoy",
          "Media Personnel",
          "Member of Parliament",
          "Armed Rebel",
          "Governor",
          "Business");

  private Generator() {}

  /**
   * Writes a table.
   *
   * @param events how many rows
   * @throws IOException when it cannot be written
   */
  public static void write(long events, long seed, Writer out) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Category> categories = Category.all().stream().filter(Generator::labelled).toList();
    for (long i = 0; i < events; i++) {
      String source = actor(random);
      String target = actor(random);
      while (target.equals(source)) {
        target = actor(random);
      }
      out.write(source);
      out.write('\t');
      out.write(pick(categories, random).label());
      out.write('\t');
      out.write(target);
      out.write('\t');
      out.write(FIRST.plusDays(random.nextInt(DAYS)).toString());
      out.write('\n');
    }
  }

  private static boolean labelled(Category category) {
    return Character.isDigit(category.code().charAt(0));
  }

  /** Some are named far more often than others, as in the world. */
  private static <T> T pick(List<T> from, SplittableRandom random) {
    double share = random.nextDouble();
    return from.get((int) (from.size() * share * share));
  }

  private static String actor(SplittableRandom random) {
    String country = pick(COUNTRIES, random);
    return switch (random.nextInt(4)) {
      case 0 -> country;
      case 1, 2 -> pick(ROLES, random) + " (" + country + ")";
      default -> "Person %04d of %s".formatted((int) (2_000 * square(random)), country);
    };
  }

  private static double square(SplittableRandom random) {
    double share = random.nextDouble();
    return share * share;
  }
}
