package io.jenkins.plugins.slacknotify.interaction.build;

/** Counts typing mistakes between two words: letters that are missing, too many, wrong, or swapped with the next one. */
public final class EditDistance {
    /** Longer texts are no slips of each other unless they are about as long; so comparing stays cheap. */
    private static final int MAX_DIFFERENCE = 10;

    private static final int FAR = Integer.MAX_VALUE;

    private EditDistance() {}

    /** Returns the number of slips between two texts; a very large number where their lengths differ by more than ten. */
    public static int of(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MAX_DIFFERENCE) {
            return FAR;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int cost = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(Math.min(current[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1)) {
                    current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[other.length()];
    }
}
