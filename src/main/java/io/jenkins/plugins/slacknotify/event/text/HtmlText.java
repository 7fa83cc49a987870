package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts the plain text of HTML. Some plugins write links into texts of Jenkins, such as the cause of a build, which pages of Jenkins
 * show as links.
 */
public final class HtmlText {
    /** How many characters are searched for tags: a build waits for that search. */
    private static final int READ = 20_000;

    /** The elements that stand within a line of text, and end none. Nothing stands for their tags. */
    private static final String INLINE =
            "a|abbr|b|big|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var";

    /** Elements that begin a new line, and those of tables. */
    private static final String BLOCK =
            "blockquote|br|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|tfoot|th|thead|tr|ul";

    private static final Pattern INLINE_TAG = tag(INLINE);
    private static final Pattern KNOWN_TAG = tag(INLINE + "|" + BLOCK);
    private static final Pattern ANY_TAG = Pattern.compile("<[/!a-zA-Z][^<>]*>");

    /** A tag by which a text is surely HTML: a tag with an attribute, an end tag, or a line break. */
    private static final Pattern CERTAIN_TAG = Pattern.compile(
            "<(?:(?:" + INLINE + "|" + BLOCK + ")\\s+[a-z-]+\\s*=[^<>]*|/(?:" + INLINE + "|" + BLOCK
                    + ")\\s*|[bh]r\\s*/?)>",
            Pattern.CASE_INSENSITIVE);

    /**
     * A link with its text. The lookahead requires the end of the tag first, as each {@code href} would be tried with the rest of the text
     * otherwise.
     */
    private static final Pattern LINK =
            Pattern.compile("<a\\s(?=[^<>]*+>)[^<>]*?\\bhref\\s*+=", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER =
            Pattern.compile("&#(?:x(\\p{XDigit}{1,6})|(\\d{1,7}));", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HtmlText() {}

    /** Returns the text of HTML in one line, without anything that looks like a tag. */
    public static String plain(String html) {
        return inOneLine(html, ANY_TAG);
    }

    /**
     * Returns a text in one line, and without its tags where it is HTML. Whoever wrote it does not say whether it is, so only
     * tags of HTML count: {@code List<String>} stays as it is.
     */
    public static String plainIfHtml(String text) {
        String read = Excerpt.truncate(text, READ);
        return CERTAIN_TAG.matcher(read).find() ? inOneLine(read, KNOWN_TAG) : text;
    }

    /** Whether the first {@value #READ} characters of a text have a link of HTML. */
    public static boolean hasLink(String text) {
        return LINK.matcher(Excerpt.truncate(text, READ)).find();
    }

    private static Pattern tag(String names) {
        return Pattern.compile("</?(?:" + names + ")(?:\\s[^<>]*|/)?>", Pattern.CASE_INSENSITIVE);
    }

    private static String inOneLine(String html, Pattern tags) {
        String words = INLINE_TAG.matcher(Excerpt.truncate(html, READ)).replaceAll("");
        return BLANKS.matcher(unescape(tags.matcher(words).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
    }

    private static String unescape(String html) {
        String named = html.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'");
        return NUMBER.matcher(named).replaceAll(HtmlText::character).replace("&amp;", "&");
    }

    private static String character(MatchResult number) {
        String hexadecimal = number.group(1);
        int code = hexadecimal == null ? Integer.parseInt(number.group(2)) : Integer.parseInt(hexadecimal, 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : number.group());
    }
}
