package io.jenkins.plugins.slacknotify.integration;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.util.Secret;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** A Slack sandbox, outside Jenkins, with a bot that the Jenkins of a test speaks through. */
final class ConnectedSlack implements AutoCloseable {
    /** Long enough for the slowest machine; whoever waits goes on as soon as it can. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    static final String CREDENTIALS_ID = "slack-token";
    static final String CHANNEL = "builds";

    private static final String BOT = "jenkins";

    private final SlackSandbox sandbox = SlackSandbox.start();
    private final String token = sandbox.workspace("acme").installBot(BOT);

    ConnectedSlack() {
        sandbox.enforceRateLimits(false);
        sandbox.workspace("acme").channel(CHANNEL).invite(BOT);
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    /** Lets the running Jenkins know of the bot. */
    void connectJenkins() throws IOException {
        addCredentials(token);
        var configuration = SlackNotifyConfiguration.get();
        configuration.setCredentialsId(CREDENTIALS_ID);
        configuration.setChannel("#" + CHANNEL);
        configuration.setApiUrl(sandbox.apiUrl());
    }

    /** Keeps a secret in the running Jenkins, where only the system may use it. */
    static void addCredentials(String secret) throws IOException {
        addCredentials(CredentialsScope.SYSTEM, CREDENTIALS_ID, secret);
    }

    /** Keeps a secret in the running Jenkins, where every job may use it. */
    static void addJobCredentials(String id, String secret) throws IOException {
        addCredentials(CredentialsScope.GLOBAL, id, secret);
    }

    private static void addCredentials(CredentialsScope scope, String id, String secret) throws IOException {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials().add(new StringCredentialsImpl(scope, id, "", Secret.fromString(secret)));
        provider.save();
    }

    /** Waits until the channel holds so many messages. */
    List<SandboxMessage> await(int count) {
        return sandbox.workspace("acme").awaitMessages(CHANNEL, count, TIMEOUT);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
