package org.parley.events;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of the United Nations, with the names that the Unicode locale data give them. */
final class States {

  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Map<String, String> BY_THREE_LETTERS = new HashMap<>();

  static {
    Properties states = Resource.properties("states.properties");
    for (String code : List.of(states.getProperty("members").trim().split("\\s+"))) {
      BY_NAME.put(Names.folded(name(code, "en")), code);
    }
    states.stringPropertyNames().stream()
        .filter(name -> !name.equals("members"))
        .forEach(name -> BY_NAME.put(name, states.getProperty(name)));
    for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
      BY_THREE_LETTERS.put(Locale.of("", code).getISO3Country(), code);
    }
  }

  private States() {}

  /** The ISO 3166-1 code of the state that is called so; null where none is. */
  static @Nullable String named(String name) {
    return BY_NAME.get(Names.folded(name));
  }

  /** The names of a state, by language. */
  static Map<String, String> names(String code) {
    Map<String, String> names = new TreeMap<>();
    for (String language : List.of("en", "uk", "ru", "tr")) {
      names.put(language, name(code, language));
    }
    return names;
  }

  /** A name with the country of this code of three letters behind it, unless it is that country. */
  static String bracketed(String name, String threeLetters) {
    String code = BY_THREE_LETTERS.get(threeLetters);
    if (name.isEmpty() || code == null || code.equals(named(name))) {
      return name;
    }
    String country = name(code, "en");
    return Names.folded(name).equals(Names.folded(country)) ? name : name + " (" + country + ")";
  }

  private static String name(String code, String language) {
    return Locale.of("", code).getDisplayCountry(Locale.of(language));
  }
}
