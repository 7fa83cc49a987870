package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Finds in one pass over a line which of many sets of literals occur in it: the automaton of Aho and Corasick. Upper and lower case
 * of ASCII are the same to it. A hundred sets cost about a nanosecond for a character, so that a build does not wait for its log.
 * Immutable.
 */
final class LiteralScanner {
    private static final int ASCII = 128;

    /** The class of each character of ASCII; 0 for one that no literal has. */
    private final byte[] classes = new byte[ASCII];

    /** The other characters of the literals, in the order of their classes. */
    private final String others;

    private final int firstOther;
    private final int width;

    private final char[] next;

    /** The sets of which a literal ends in a state; null for none. */
    private final BitSet[] found;

    /** @param sets a set of at least one literal for each number from 0; none is empty */
    LiteralScanner(List<List<String>> sets) {
        List<String> all =
                sets.stream().flatMap(List::stream).map(LiteralScanner::folded).toList();
        String letters = distinct(all, true);
        for (int at = 0; at < letters.length(); at++) {
            classes[letters.charAt(at)] = (byte) (at + 1);
        }
        for (char upper = 'A'; upper <= 'Z'; upper++) {
            classes[upper] = classes[Character.toLowerCase(upper)];
        }
        others = distinct(all, false);
        firstOther = letters.length() + 1;
        width = firstOther + others.length();
        int states = 1 + all.stream().mapToInt(String::length).sum();
        next = new char[states * width];
        found = new BitSet[states];
        build(sets);
    }

    private static String folded(String literal) {
        return literal.toLowerCase(Locale.ROOT);
    }

    private static String distinct(List<String> literals, boolean ascii) {
        return String.join("", literals)
                .chars()
                .distinct()
                .filter(letter -> letter < ASCII == ascii)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void build(List<List<String>> sets) {
        int states = 1;
        for (int set = 0; set < sets.size(); set++) {
            for (String literal : sets.get(set)) {
                int state = 0;
                for (char letter : folded(literal).toCharArray()) {
                    int edge = state * width + classOf(letter);
                    if (next[edge] == 0) {
                        next[edge] = (char) states++;
                    }
                    state = next[edge];
                }
                found(state).set(set);
            }
        }
        fallBack();
    }

    /** Lets each state go on where the longest end of it goes on that is a beginning of a literal, too. */
    private void fallBack() {
        int[] shorter = new int[found.length];
        Queue<Integer> breadthFirst = new ArrayDeque<>(List.of(0));
        while (!breadthFirst.isEmpty()) {
            int state = breadthFirst.remove();
            for (int letter = 0; letter < width; letter++) {
                int edge = state * width + letter;
                int beside = state == 0 ? 0 : next[shorter[state] * width + letter];
                int child = next[edge];
                if (child == 0) {
                    next[edge] = (char) beside;
                    continue;
                }
                shorter[child] = beside;
                if (found[beside] != null) {
                    found(child).or(found[beside]);
                }
                breadthFirst.add(child);
            }
        }
    }

    private BitSet found(int state) {
        if (found[state] == null) {
            found[state] = new BitSet();
        }
        return found[state];
    }

    private int classOf(char letter) {
        if (letter < ASCII) {
            return classes[letter];
        }
        int other = others.indexOf(letter);
        return other < 0 ? 0 : firstOther + other;
    }

    /** Returns the numbers of the sets of which the line has a literal. The caller must not change it. */
    BitSet scan(String line) {
        BitSet hits = NONE;
        int state = 0;
        for (int at = 0; at < line.length(); at++) {
            state = next[state * width + classOf(line.charAt(at))];
            BitSet here = found[state];
            if (here != null) {
                hits = hits == NONE ? new BitSet() : hits;
                hits.or(here);
            }
        }
        return hits;
    }

    private static final BitSet NONE = new BitSet();
}
