package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;

/** The credentials of a Jenkins, changed by an administrator. */
public record TestCredentials(JenkinsClient admin) {
    /** Adds a credential of kind "Secret text" that every job may use. */
    public void add(String id, String secret) {
        add(id, secret, "GLOBAL", "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store");
    }

    /**
     * Adds a credential of kind "Secret text".
     *
     * @param store where to, in Groovy
     */
    public void add(String id, String secret, String scope, String store) {
        admin.script("""
            import com.cloudbees.plugins.credentials.*
            import com.cloudbees.plugins.credentials.domains.Domain
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            %s.addCredentials(Domain.global(), new StringCredentialsImpl(
                CredentialsScope.valueOf(arguments[0]), arguments[1], '', hudson.util.Secret.fromString(arguments[2])))
            """.formatted(store), scope, id, secret);
    }

    /** Gives a credential of kind "Secret text" another secret, with the terms of {@link #add}. */
    public void replace(String id, String secret, String store) {
        admin.script("""
            import com.cloudbees.plugins.credentials.domains.Domain
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            def store = %s
            def old = store.getCredentials(Domain.global()).find { it.id == '%s' }
            store.updateCredentials(Domain.global(), old, new StringCredentialsImpl(
                old.scope, old.id, '', hudson.util.Secret.fromString('%s')))
            """.formatted(store, id, secret));
    }
}
