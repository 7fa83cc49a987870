package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links in memory. */
public final class FakeAccountLinks implements AccountLinks {
    private final Map<String, State> links = new HashMap<>();
    private final Map<String, Instant> madeAt = new HashMap<>();

    @CheckForNull
    private AccountsUnavailableException failure;

    public void put(String installation, String member, State state) {
        links.put(installation + "/" + member, state);
    }

    /** Puts a link that was made at a moment. */
    public void put(String installation, String member, State state, Instant at) {
        put(installation, member, state);
        madeAt.put(installation + "/" + member, at);
    }

    public void fail() {
        failure = new AccountsUnavailableException("down", new IllegalStateException());
    }

    @Override
    public State find(String installation, String member) {
        if (failure != null) {
            throw failure;
        }
        return links.getOrDefault(installation + "/" + member, new State.Missing());
    }

    @Override
    public Optional<String> unlink(String installation, String member, Instant asOf) {
        String key = installation + "/" + member;
        return !madeAt.getOrDefault(key, Instant.EPOCH).isAfter(asOf)
                        && links.remove(key) instanceof State.Usable usable
                ? Optional.of(usable.account())
                : Optional.empty();
    }
}
