package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A row of the table of scopes on the page of the Slack app. It has getters, because views read those. */
public final class ScopeRow {
    private final Scope scope;
    private final ScopeNeeds.Need need;
    private final Boolean granted;

    private ScopeRow(Scope scope, ScopeNeeds.Need need, @CheckForNull Boolean granted) {
        this.scope = scope;
        this.need = need;
        this.granted = granted;
    }

    /**
     * Returns a row for each scope of the manifest, which leaves out those of abilities that are off.
     *
     * @param granted the scopes of the token; null where nobody has asked, or Slack did not say
     */
    static List<ScopeRow> of(ScopeNeeds needs, @CheckForNull Set<String> granted) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.serves(needs.abilities()))
                .map(scope ->
                        new ScopeRow(scope, needs.of(scope), granted == null ? null : granted.contains(scope.id())))
                .toList();
    }

    public String getId() {
        return scope.id();
    }

    public String getPurpose() {
        return scope.purpose();
    }

    /** How much the configuration needs the scope. */
    public String getNeed() {
        return switch (need) {
            case NEEDED -> Messages.ScopeRow_needed();
            case RECOMMENDED -> Messages.ScopeRow_recommended();
            case OPTIONAL -> Messages.ScopeRow_optional();
        };
    }

    /** Whether the token has the scope; empty where that is not known. */
    public String getGranted() {
        if (granted == null) {
            return "";
        }
        return granted ? Messages.ScopeRow_yes() : Messages.ScopeRow_no();
    }

    /** Whether the configuration needs the scope and the token lacks it. */
    public boolean isBad() {
        return Boolean.FALSE.equals(granted) && need == ScopeNeeds.Need.NEEDED;
    }
}
