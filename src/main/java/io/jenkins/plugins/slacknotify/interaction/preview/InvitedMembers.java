package io.jenkins.plugins.slacknotify.interaction.preview;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The members who were asked once, because of a link, to link their accounts. It is in memory only, so after a restart they may be
 * asked again. Safe for use by many threads.
 */
public final class InvitedMembers {
    /** So that memory is bounded; the one who was asked first goes. */
    static final int MAX_MEMBERS = 5_000;

    private record Member(String installation, String id) {}

    private final Set<Member> members = new LinkedHashSet<>();

    /** Remembers a member. @return whether it was not remembered before */
    synchronized boolean add(String installation, String member) {
        boolean isNew = members.add(new Member(installation, member));
        if (members.size() > MAX_MEMBERS) {
            members.remove(members.iterator().next());
        }
        return isNew;
    }

    /** Forgets a member, whom the question has not reached. */
    synchronized void remove(String installation, String member) {
        members.remove(new Member(installation, member));
    }
}
