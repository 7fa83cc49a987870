package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.HashMap;
import java.util.Map;

/** Member accounts in memory; whoever is not put here is unlinked. */
public final class FakeMemberAccounts implements MemberAccounts {
    private final Map<String, MemberAccount> accounts = new HashMap<>();
    private RuntimeException failure;

    /** Links a member with an account. */
    public FakeMemberAccounts link(String member, String account) {
        return put(member, new MemberAccount.Linked(account, "Name of " + account, null));
    }

    public FakeMemberAccounts put(String member, MemberAccount account) {
        accounts.put(member, account);
        return this;
    }

    /** Throws from then on; the port promises not to, and what asks ports behind it may. */
    public void fail(RuntimeException newFailure) {
        failure = newFailure;
    }

    @Override
    public MemberAccount of(RequestOrigin origin) {
        if (failure != null) {
            throw failure;
        }
        return accounts.getOrDefault(
                origin.userId(), new MemberAccount.None(MemberAccount.Reason.UNLINKED, "Not linked", null));
    }
}
