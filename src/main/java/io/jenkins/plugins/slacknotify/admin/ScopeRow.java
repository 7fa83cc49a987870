package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A row of the table of scopes on the page of the Slack app.
 *
 * @param need how much the configuration needs the scope
 * @param granted whether the token has the scope; null where that is not known
 */
public record ScopeRow(
        Scope scope, ScopeNeeds.Need need, @CheckForNull Boolean granted) {
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

    public String needLabel() {
        return switch (need) {
            case NEEDED -> Messages.ScopeRow_needed();
            case RECOMMENDED -> Messages.ScopeRow_recommended();
            case OPTIONAL -> Messages.ScopeRow_optional();
        };
    }

    /** Says in a word whether the token has the scope; empty where that is not known. */
    public String grantedLabel() {
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
