package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members who were asked once, because of a link, to link their accounts. It is in memory only, so after a restart they may be
 * asked again. Safe for use by many threads.
 */
public final class InvitedMembers {
    /** So that memory is bounded; the one who was asked first goes. */
    static final int MAX_MEMBERS = 5_000;

    private record Member(String installation, String id) {}

    private final Map<Member, Instant> members = new LinkedHashMap<>();

    /**
     * Remembers a member.
     *
     * @param again how long ago it may have been remembered and is asked again; null for ever
     * @return whether it is to be asked
     */
    synchronized boolean add(String installation, String member, Instant now, @CheckForNull Duration again) {
        Member added = new Member(installation, member);
        Instant before = members.get(added);
        if (before != null && (again == null || now.isBefore(before.plus(again)))) {
            return false;
        }
        members.remove(added);
        members.put(added, now);
        if (members.size() > MAX_MEMBERS) {
            members.remove(members.keySet().iterator().next());
        }
        return true;
    }

    /** Forgets a member, whom the question has not reached. */
    synchronized void remove(String installation, String member) {
        members.remove(new Member(installation, member));
    }
}
