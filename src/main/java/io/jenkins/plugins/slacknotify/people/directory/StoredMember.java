package io.jenkins.plugins.slacknotify.people.directory;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Instant;

/**
 * The stored form of a {@link CachedMember}: an entry of {@link MemberFile}. The names of its components are the format of the
 * file.
 *
 * @param id the member id; null where Slack found nobody; then there is no name
 * @param until seconds since 1970
 */
record StoredMember(
        String asked,
        @CheckForNull String id,
        @CheckForNull String name,
        boolean deactivated,
        boolean bot,
        long until) {

    StoredMember {
        requireNonNull(asked, "asked");
    }

    static StoredMember of(String asked, CachedMember member) {
        long until = member.until().getEpochSecond();
        return member.person()
                .map(user -> new StoredMember(asked, user.id(), user.name(), user.deactivated(), user.bot(), until))
                .orElseGet(() -> new StoredMember(asked, null, null, false, false, until));
    }

    CachedMember toCachedMember() {
        @CheckForNull SlackUser user = id == null ? null : new SlackUser(id, name, deactivated, bot);
        return new CachedMember(user, Instant.ofEpochSecond(until));
    }
}
