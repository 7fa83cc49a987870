package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;

/** Determines which scopes the configured tokens need. */
record ScopeNeedsFactory(SlackNotifyConfiguration configuration) {
    /** The needs of the token of the whole system. */
    ScopeNeeds ofSystem() {
        return new ScopeNeeds(
                hasSender() || configuration.getRouting().hasOwnSender(null),
                notifiesPeople(),
                configuration.inboundInEffect().abilitiesIn(null));
    }

    /** The needs of the token of a workspace. It sends no direct messages: the token of the system sends them all. */
    ScopeNeeds ofWorkspace(String workspace) {
        return new ScopeNeeds(
                hasSender() || configuration.getRouting().hasOwnSender(workspace),
                false,
                configuration.inboundInEffect().abilitiesIn(workspace));
    }

    boolean notifiesPeople() {
        return configuration.getPersonal().isEnabled()
                || configuration.getRouting().notifiesPeople();
    }

    private boolean hasSender() {
        return configuration.getBotName() != null || configuration.getBotIcon() != null;
    }
}
