package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.page.PageAddress;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose links of Slack are taken out while it is split into words: what a link means depends on the word in which it stands, and
 * nothing of it may be read as a quote or a blank.
 *
 * @param text with a {@linkplain #MARK mark} in place of each link, and what Slack has escaped as it was typed
 */
record TypedLinks(String text, List<Link> links) {
    /**
     * Slack's markup of what it has made a link of by itself: an address, {@code <https://…>}; a name that looks like one,
     * {@code <http://shop.io|shop.io>}; {@code <mailto:…|…>} and {@code <tel:…|…>}; a channel, {@code <#C…|ops>}; and a date, {@code
     * <!date^…|tomorrow>}.
     */
    private static final Pattern LINK = Pattern.compile(
            "<(?:(https?://|mailto:|tel:)([^|>]*)|#[A-Z0-9]+|!date\\^[^|>]*)(?:\\|([^>]*))?>",
            Pattern.CASE_INSENSITIVE);

    /** A link that is bold, italic or struck through, as it is in our own answers, from which people copy names. */
    private static final Pattern FORMATTED_LINK = Pattern.compile("(?<![^\\s\\p{Z}=])[*_~]*(<[^<>]*>)[*_~]*");

    /** A number between two characters that Unicode keeps out of all texts. */
    private static final Pattern MARK = Pattern.compile("\uFDD0(\\d+)\uFDD1");

    /** A word that is a link, with what belongs to the sentence around it. */
    private static final Pattern LINK_ALONE =
            Pattern.compile("[(\\[{<]*(\uFDD0\\d+\uFDD1)[)\\]}>\"’”:" + SentenceEnd.CHARACTERS + "]*");

    TypedLinks {
        links = List.copyOf(links);
    }

    /**
     * A link.
     *
     * @param scheme such as {@code https://}; null for a channel or a date
     * @param target behind the scheme, or the whole markup where there is none
     * @param shown null where Slack shows the target
     */
    private record Link(
            @CheckForNull String scheme,
            String target,
            @CheckForNull String shown) {
        /** Returns what was typed, where it is no address that is meant to lead anywhere. */
        String asText() {
            if (scheme == null) {
                return shown == null || shown.isEmpty() ? target : (target.startsWith("<#") ? "#" : "") + shown;
            }
            boolean isAddress = PageAddress.isAddress(scheme);
            return !isAddress || isCompleted() ? Objects.requireNonNullElse(shown, target) : scheme + target;
        }

        /** Returns the address, unless it is a name that only looks like one. */
        String asAddress() {
            return scheme != null && shown != null && isCompleted() && shown.indexOf('/') >= 0
                    ? scheme + target
                    : asText();
        }

        /** Tests whether Slack has written the scheme before a typed text that had none. */
        private boolean isCompleted() {
            return shown != null && (target.equalsIgnoreCase(shown) || target.equalsIgnoreCase(shown + "/"));
        }
    }

    static TypedLinks of(String text) {
        List<Link> links = new ArrayList<>();
        String unmarked = text.replace("\uFDD0", "").replace("\uFDD1", "");
        String marked = LINK.matcher(FORMATTED_LINK.matcher(unmarked).replaceAll("$1"))
                .replaceAll(link -> {
                    String scheme = link.group(1);
                    String shown = link.group(3);
                    links.add(new Link(
                            scheme,
                            unescape(scheme == null ? link.group() : link.group(2)),
                            shown == null ? null : unescape(shown)));
                    return "\uFDD0" + (links.size() - 1) + "\uFDD1";
                });
        return new TypedLinks(unescape(marked), links);
    }

    /** Puts the links back into a word. At its beginning a link is an address; in a value or a sentence, it is what was typed. */
    CommandWord restore(CommandWord word) {
        int equals = word.equals();
        if (equals > 0) {
            String name = asText(word.text().substring(0, equals));
            return word.with(name + asText(word.text().substring(equals)), name.length());
        }
        Matcher alone = LINK_ALONE.matcher(word.text());
        boolean isAddress = alone.matches() && word.value().isEmpty();
        return word.with(isAddress ? link(alone.group(1)).asAddress() : asText(word.text()), equals);
    }

    static boolean endsIn(String text) {
        return text.endsWith("\uFDD1");
    }

    private String asText(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(link(mark.group()).asText()));
    }

    private Link link(String mark) {
        return links.get(Integer.parseInt(mark.substring(1, mark.length() - 1)));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
