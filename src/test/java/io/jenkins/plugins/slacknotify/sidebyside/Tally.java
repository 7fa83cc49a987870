package io.jenkins.plugins.slacknotify.sidebyside;

import java.util.Collection;

/**
 * The result of a count of the messages about some builds.
 *
 * @param builds how many should have been told, once each
 * @param lost how many were never told
 * @param repeated how many messages told again what one had told before
 */
record Tally(int builds, int lost, int repeated) {
    /**
     * @param marks one for each build, no part of which is in a message about another
     * @param messages all that arrived
     */
    static Tally of(Collection<String> marks, Collection<String> messages) {
        int lost = 0;
        int repeated = 0;
        for (var mark : marks) {
            int told =
                    (int) messages.stream().filter(each -> each.contains(mark)).count();
            lost += told == 0 ? 1 : 0;
            repeated += Math.max(0, told - 1);
        }
        return new Tally(marks.size(), lost, repeated);
    }

    String lostOfAll() {
        return lost + " of " + builds;
    }
}
