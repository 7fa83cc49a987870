package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links in memory. */
public final class FakeAccountLinks implements AccountLinks {
    private final Map<String, State> links = new HashMap<>();

    @CheckForNull
    private AccountsUnavailableException failure;

    public void put(String installation, String member, State state) {
        links.put(installation + "/" + member, state);
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
    public Optional<String> unlink(String installation, String member) {
        return links.remove(installation + "/" + member) instanceof State.Usable usable
                ? Optional.of(usable.account())
                : Optional.empty();
    }
}
