package io.jenkins.plugins.slacknotify.sandbox.member;

import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.Answering;
import io.jenkins.plugins.slacknotify.sandbox.delivery.RequestCourier;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.time.InstantSource;

/** The parts of the sandbox that an act of a member touches. */
public record Slack(
        Workspaces workspaces, Apps apps, RequestCourier courier, Answering answering, InstantSource clock) {}
