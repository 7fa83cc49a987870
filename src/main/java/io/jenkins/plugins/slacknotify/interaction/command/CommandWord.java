package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a command, without the quotes in which it or a part of it stands.
 *
 * @param equals where the equals sign stands behind a name in quotes; -1 where there is none
 * @param isQuoted whether its last letter stands in quotes
 * @param isPlain whether it ends in neither quotes of its value nor a link, so that its value may have more than is meant
 * @param isUnclear whether quotes are not closed, or there are more of them than pairs, so that others may be meant
 */
record CommandWord(String text, int equals, boolean isQuoted, boolean isPlain, boolean isUnclear) {
    static final String DOUBLE = "\"“”＂";
    static final String SINGLE = "'‘’＇´";

    /** Quotes that are closed by another one than they are opened by, each before its end; those of French point inwards in German. */
    private static final List<String> PAIRS = List.of("«»", "‹›", "»«", "›‹", "「」", "『』");

    /** What parts the names of a list. */
    private static final String LIST = ",;|";

    /** The marks around a block of code in Slack. */
    private static final String FENCE = "```";

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");
    private static final Pattern VALUE = Pattern.compile("(" + NAME + ")=(.*)", Pattern.DOTALL);

    /** The characters that may follow closing quotes, and are not a part of the value. */
    private static final Pattern BEHIND = Pattern.compile("[)\\]}:" + SentenceEnd.CHARACTERS + "]+");

    /** The beginning of another value in the quotes of one. */
    private static final Pattern SWALLOWED = Pattern.compile("\\s" + NAME + "=");

    /** Returns whether a name of a value needs no quotes. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Splits a text at its blanks. Words with blanks stand in quotes of any kind. */
    static List<CommandWord> split(String text) {
        return new Splitter(text).split();
    }

    /** Returns name and value, where the word sets one. */
    Optional<Map.Entry<String, String>> value() {
        if (equals > 0) {
            return Optional.of(Map.entry(text.substring(0, equals), text.substring(equals + 1)));
        }
        Matcher value = VALUE.matcher(text);
        return value.matches() ? Optional.of(Map.entry(value.group(1), value.group(2))) : Optional.empty();
    }

    /** Returns the word as it is before a value: a comma or semicolon there separates the two, unless it stands in quotes. */
    CommandWord withoutSeparator() {
        boolean isSeparated = !isQuoted && text.length() > 1 && ",;".indexOf(text.charAt(text.length() - 1)) >= 0;
        return isSeparated ? with(text.substring(0, text.length() - 1), equals) : this;
    }

    /** Returns the word with another text, and the equals sign at another place of it. */
    CommandWord with(String newText, int newEquals) {
        return new CommandWord(newText, newEquals, isQuoted, isPlain, isUnclear);
    }

    /** Keyboards of phones write “ and ‘ for quotes, and who copies from a manual copies what stands between backticks. */
    private static boolean opens(char letter) {
        return DOUBLE.indexOf(letter) >= 0
                || SINGLE.indexOf(letter) >= 0
                || "„‚`".indexOf(letter) >= 0
                || PAIRS.stream().anyMatch(pair -> pair.charAt(0) == letter);
    }

    /** Returns what ends what a quote has begun. */
    private static String closings(char opening) {
        if (opening == '`') {
            return "`";
        }
        return PAIRS.stream()
                .filter(pair -> pair.charAt(0) == opening)
                .findFirst()
                .map(pair -> pair.substring(1))
                .orElse(opening == '‚' || SINGLE.indexOf(opening) >= 0 ? SINGLE : DOUBLE);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** Reads one text, once. Not safe for use by several threads. */
    private static final class Splitter {
        private final String text;
        private final List<CommandWord> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int next;
        private boolean isWord;
        private boolean isQuoted;

        /** Whether quotes have begun the word. */
        private boolean beginsQuoted;

        private int equals = -1;

        /** The marks that would have ended the last quotes of the word; empty where there were none. */
        private String closings = "";

        /** The index behind the last closing quote of the word; -1 where there is none. */
        private int end = -1;

        /** Whether the word goes on behind its quotes, with more than what separates it from the next. */
        private boolean goesOn;

        private boolean isUnclear;

        /** Whether quotes stand behind the colon of an option. */
        private boolean isOption;

        Splitter(String text) {
            this.text = text;
        }

        List<CommandWord> split() {
            while (next < text.length()) {
                char letter = text.charAt(next);
                if (opens(letter) && mayOpen()) {
                    beginsQuoted |= word.isEmpty();
                    isOption |= word.indexOf(":") == word.length() - 1 && !word.isEmpty();
                    isWord = true;
                    isQuoted = true;
                    word.append(text.startsWith(FENCE, next) ? readBlock() : readQuoted(letter));
                    end = word.length();
                } else if (isBlank(letter)) {
                    endWord();
                    next++;
                } else {
                    if (letter == '=' && isQuoted && beginsQuoted && equals < 0) {
                        equals = word.length();
                    }
                    goesOn |= !closings.isEmpty() && Character.isLetterOrDigit(letter);
                    isUnclear |= closings.indexOf(letter) >= 0
                            || isQuoted && Character.isLetterOrDigit(letter)
                            || letter != '"' && DOUBLE.indexOf(letter) >= 0;
                    word.append(letter);
                    isWord = true;
                    isQuoted = false;
                    next++;
                }
            }
            endWord();
            return words;
        }

        /**
         * Quotes begin a word, a value, what stands behind the colon of an option, or the next name of a list there. Between blanks, {@code »}
         * parts the names of folders.
         */
        private boolean mayOpen() {
            int last = word.length() - 1;
            char letter = text.charAt(next);
            boolean isArrow = "»›".indexOf(letter) >= 0
                    && (text.indexOf(closings(letter), next) < 0 || isBlank(text.charAt(next + 1)));
            return !isArrow
                    && (last < 0
                            || word.charAt(last) == '='
                            || word.charAt(last) == ':' && isName(word.substring(0, last))
                            || isOption && LIST.indexOf(word.charAt(last)) >= 0);
        }

        private void endWord() {
            if (end >= 0 && BEHIND.matcher(word.substring(end)).matches()) {
                word.setLength(end);
                isQuoted = true;
            }
            if (isWord) {
                String text = word.toString();
                boolean isAround = beginsQuoted && equals < 0;
                isUnclear |= isAround
                        && VALUE.matcher(text).matches()
                        && SWALLOWED.matcher(text).find();
                boolean isPlain = (closings.isEmpty() || goesOn || isAround) && !TypedLinks.endsIn(text);
                words.add(new CommandWord(text, equals, isQuoted, isPlain, isUnclear));
            }
            word.setLength(0);
            isWord = false;
            isQuoted = false;
            beginsQuoted = false;
            equals = -1;
            closings = "";
            end = -1;
            goesOn = false;
            isUnclear = false;
            isOption = false;
        }

        /** Reads a block of code, as people paste what has several lines. */
        private String readBlock() {
            int from = next + FENCE.length();
            int end = text.indexOf(FENCE, from);
            int to = end < 0 ? text.length() : end;
            closings = "`";
            isUnclear |= end < 0;
            next = Math.min(to + FENCE.length(), text.length());
            return text.substring(from, to).replaceFirst("^\\R", "").replaceFirst("\\R$", "");
        }

        private String readQuoted(char opening) {
            closings = closings(opening);
            StringBuilder quoted = new StringBuilder();
            next++;
            while (next < text.length() && closings.indexOf(text.charAt(next)) < 0) {
                next += isEscaped(closings) ? 1 : 0;
                quoted.append(text.charAt(next++));
            }
            isUnclear |= next >= text.length();
            next++;
            // In French, blanks stand inside of the quotes.
            return opening == '«' || opening == '‹' ? withoutBlanks(quoted.toString()) : quoted.toString();
        }

        /**
         * Returns whether a backslash makes a letter of the quote that follows. A path of Windows may end with one before the quote that
         * ends it: then a blank comes next, and the quotes that are left come in pairs.
         */
        private boolean isEscaped(String closings) {
            boolean isBeforeQuote = text.charAt(next) == '\\'
                    && next + 1 < text.length()
                    && closings.indexOf(text.charAt(next + 1)) >= 0
                    && !closings.equals("`");
            if (!isBeforeQuote) {
                return false;
            }
            int after = next + 2;
            boolean isWithin = after < text.length() && !isBlank(text.charAt(after));
            return isWithin || quotesFrom(after, closings) % 2 != 0;
        }

        private int quotesFrom(int from, String closings) {
            int quotes = 0;
            for (int index = from; index < text.length(); index++) {
                boolean isEscaped = index > from && text.charAt(index - 1) == '\\';
                quotes += closings.indexOf(text.charAt(index)) >= 0 && !isEscaped ? 1 : 0;
            }
            return quotes;
        }

        private static String withoutBlanks(String quoted) {
            int from = 0;
            int to = quoted.length();
            while (from < to && isBlank(quoted.charAt(from))) {
                from++;
            }
            while (to > from && isBlank(quoted.charAt(to - 1))) {
                to--;
            }
            return quoted.substring(from, to);
        }
    }
}
