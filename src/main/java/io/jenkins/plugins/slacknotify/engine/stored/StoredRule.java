package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import io.jenkins.plugins.slacknotify.routing.RuleScope;

/** The stored form of a {@link RuleOrigin}. */
record StoredRule(String scope, String owner, String name) {
    @CheckForNull
    static StoredRule of(@CheckForNull RuleOrigin origin) {
        return origin == null ? null : new StoredRule(origin.scope().name(), origin.owner(), origin.name());
    }

    /** Null where a later version has a scope that this one does not know: the message is worth more than where it comes from. */
    @CheckForNull
    RuleOrigin toOrigin() {
        RuleScope known = EnumNames.lenient(RuleScope.class, scope);
        return known == null || owner == null || name == null ? null : new RuleOrigin(known, owner, name);
    }
}
