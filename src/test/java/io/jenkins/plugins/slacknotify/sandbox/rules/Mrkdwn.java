package io.jenkins.plugins.slacknotify.sandbox.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result that Slack would make of a text in mrkdwn.
 *
 * @param links the addresses that it links to
 * @param mentions whom it mentions, in angle brackets: people, channels, groups and everybody
 * @param faults what is not escaped, or breaks what stands around it
 */
public record Mrkdwn(List<String> links, List<String> mentions, List<String> faults) {
    private static final Pattern BRACKETS = Pattern.compile("<([^<>\\n]*)>");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt);");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s|]+");

    /** Controls but for line breaks, the marks that turn the direction of what follows, and halves of a character. */
    private static final Pattern UNFIT =
            Pattern.compile("[[\\p{Cc}&&[^\\n]]\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    /** A text whose direction is its own. */
    private static final Pattern ISOLATED = Pattern.compile("\\u2068([^\\u2068\\u2069\\n]*)\\u2069");

    public static Mrkdwn of(String text) {
        var links = new ArrayList<String>();
        var mentions = new ArrayList<String>();
        var faults = new ArrayList<String>();
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            String target = brackets.group(1).split("\\|", 2)[0];
            if (target.matches("[@#!].*") && !target.startsWith("!date^")) {
                mentions.add(brackets.group());
            } else if (ADDRESS.matcher(target).matches()) {
                links.add(target);
                if (!brackets.group(1).matches("[^|]+\\|[^|]+")) {
                    faults.add("a link needs one label: " + brackets.group());
                }
            } else if (!target.startsWith("!date^")) {
                faults.add("not a link: " + brackets.group());
            }
        }
        String rest = brackets.replaceAll("");
        if (rest.contains("<")
                || rest.contains(">")
                || ENTITY.matcher(text).replaceAll("").contains("&")) {
            faults.add("not escaped: " + text);
        }
        if (UNFIT.matcher(ISOLATED.matcher(text).replaceAll("$1")).find()) {
            faults.add("unfit character: " + text);
        }
        if ((text.length() - text.replace("```", "").length()) / 3 % 2 != 0) {
            faults.add("a code block that does not end: " + text);
        }
        return new Mrkdwn(List.copyOf(links), List.copyOf(mentions), List.copyOf(faults));
    }
}
