package io.jenkins.plugins.slacknotify.manifest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The difference between the scopes of a token and the scopes that a configuration needs.
 *
 * @param missing what the configuration does not work without
 * @param advisable what is missing, too, but only recommended
 * @param unused what the token may do and this plugin never does, in alphabetical order
 */
public record ScopeCheck(List<Scope> missing, List<Scope> advisable, List<String> unused) {
    public ScopeCheck {
        missing = List.copyOf(missing);
        advisable = List.copyOf(advisable);
        unused = List.copyOf(unused);
    }

    /**
     * Compares the scopes of a token with the scopes that are needed.
     *
     * @param granted the scopes of the token as Slack names them; unknown ones may be among them
     */
    public static ScopeCheck of(ScopeNeeds needs, Set<String> granted) {
        return new ScopeCheck(
                without(granted, needs.all(ScopeNeeds.Need.NEEDED)),
                without(granted, needs.all(ScopeNeeds.Need.RECOMMENDED)).stream()
                        .filter(scope -> makesSense(scope, granted))
                        .toList(),
                granted.stream().filter(ScopeCheck::isUnused).sorted().toList());
    }

    /** A bot that writes only to channels to which it was invited has none to join, and an administrator may want it so. */
    private static boolean makesSense(Scope scope, Set<String> granted) {
        return scope != Scope.CHANNELS_JOIN || granted.contains(Scope.CHAT_WRITE_PUBLIC.id());
    }

    private static List<Scope> without(Set<String> granted, Set<Scope> wanted) {
        return wanted.stream().filter(scope -> !granted.contains(scope.id())).toList();
    }

    private static boolean isUnused(String granted) {
        return EnumSet.allOf(Scope.class).stream().noneMatch(scope -> scope.id().equals(granted));
    }
}
