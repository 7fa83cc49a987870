package io.jenkins.plugins.slacknotify.people.account;

import java.io.IOException;

/** What a one-time code is good for. Where it throws something, nothing was done, and the code is good for another try. */
@FunctionalInterface
public interface CodeUse {
    void run() throws IOException;
}
