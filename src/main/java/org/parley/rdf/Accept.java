package org.parley.rdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to get: the {@code Accept} header of RFC 9110, section 12.5.1.
 *
 * <p>The most specific range that matches an offer gives the offer its quality; the best quality
 * wins, then the closest match, then the server's order. So a client that adds {@code *}{@code /*}
 * to what it names gets what it names, and browsers get HTML wherever there is any. Parameters do
 * not keep a range from matching: {@code text/turtle;charset=utf-8} is Turtle.
 */
public final class Accept {

  private static final int MAX_LENGTH = 2048;
  private static final int MAX_RANGES = 32;
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");

  private static final Accept ANYTHING = new Accept(List.of(MediaRange.parse("*/*")));

  private final List<MediaRange> ranges;

  private Accept(List<MediaRange> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads the header; none, or a blank one, accepts everything.
   *
   * @throws MalformedAccept if it is not one, is longer than 2,048 characters or has more than 32
   *     ranges
   */
  public static Accept parse(@Nullable String header) {
    if (header == null) {
      return ANYTHING;
    }
    if (header.length() > MAX_LENGTH) {
      throw new MalformedAccept("is longer than %,d characters".formatted(MAX_LENGTH));
    }
    List<MediaRange> ranges = new ArrayList<>();
    for (String range : COMMA.split(header, -1)) {
      // RFC 9110, section 5.6.1: empty elements of a list are ignored.
      if (!range.isBlank()) {
        ranges.add(MediaRange.parse(range.strip()));
      }
    }
    if (ranges.size() > MAX_RANGES) {
      throw new MalformedAccept("has more than %d media ranges".formatted(MAX_RANGES));
    }
    return ranges.isEmpty() ? ANYTHING : new Accept(List.copyOf(ranges));
  }

  /**
   * The offer that this client likes best, or nothing if it accepts none: 406.
   *
   * @param offers in the server's order of preference
   * @param mediaType the media type of an offer, in lower case and without parameters
   */
  public <T> Optional<T> best(List<T> offers, Function<T, String> mediaType) {
    Comparator<String> liking =
        Comparator.comparingDouble(this::quality)
            .thenComparingInt(offer -> closest(offer).specificity(offer));
    return offers.stream()
        .filter(offer -> quality(mediaType.apply(offer)) > 0)
        .min(Comparator.comparing(mediaType, liking.reversed()));
  }

  private double quality(String mediaType) {
    MediaRange closest = closest(mediaType);
    return closest.specificity(mediaType) > 0 ? closest.quality() : 0;
  }

  private MediaRange closest(String mediaType) {
    return Collections.max(ranges, Comparator.comparingInt(range -> range.specificity(mediaType)));
  }
}
