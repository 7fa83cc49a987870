package io.jenkins.plugins.slacknotify.message.html;

import java.util.Map;

/** The characters of emoji that messages of this plugin or of a team are likely to hold. */
final class Emoji {
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("rotating_light", "\uD83D\uDEA8"),
            Map.entry("hourglass_flowing_sand", "\u23F3"),
            Map.entry("white_check_mark", "\u2705"),
            Map.entry("heavy_check_mark", "\u2714\uFE0F"),
            Map.entry("warning", "\u26A0\uFE0F"),
            Map.entry("x", "\u274C"),
            Map.entry("black_square_for_stop", "\u23F9\uFE0F"),
            Map.entry("electric_plug", "\uD83D\uDD0C"),
            Map.entry("alarm_clock", "\u23F0"),
            Map.entry("fast_forward", "\u23E9"),
            Map.entry("white_circle", "\u26AA"),
            Map.entry("red_circle", "\uD83D\uDD34"),
            Map.entry("large_green_circle", "\uD83D\uDFE2"),
            Map.entry("large_yellow_circle", "\uD83D\uDFE1"),
            Map.entry("rocket", "\uD83D\uDE80"),
            Map.entry("tada", "\uD83C\uDF89"),
            Map.entry("fire", "\uD83D\uDD25"),
            Map.entry("bell", "\uD83D\uDD14"),
            Map.entry("eyes", "\uD83D\uDC40"),
            Map.entry("package", "\uD83D\uDCE6"),
            Map.entry("bug", "\uD83D\uDC1B"),
            Map.entry("hammer", "\uD83D\uDD28"),
            Map.entry("construction", "\uD83D\uDEA7"),
            Map.entry("construction_worker", "\uD83D\uDC77"),
            Map.entry("information_source", "\u2139\uFE0F"),
            Map.entry("thumbsup", "\uD83D\uDC4D"),
            Map.entry("+1", "\uD83D\uDC4D"),
            Map.entry("thumbsdown", "\uD83D\uDC4E"),
            Map.entry("-1", "\uD83D\uDC4E"));

    private Emoji() {}

    /**
     * Returns the character that shows an emoji of a name.
     *
     * @return the name between colons if no character is known, because it may be an emoji of the team's own
     */
    static String ofName(String name) {
        return CHARACTERS.getOrDefault(name, ":" + name + ":");
    }
}
