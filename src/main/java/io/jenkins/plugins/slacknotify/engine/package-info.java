/**
 * The façade that joins the parts: rates and routes what happened, keeps it in the outbox, and sends it to Slack from
 * there. Knows no Jenkins; what it needs of Jenkins comes through {@link
 * io.jenkins.plugins.slacknotify.engine.spi.TokenSource} and a supplier of {@link
 * io.jenkins.plugins.slacknotify.engine.spi.EngineSettings}.
 */
package io.jenkins.plugins.slacknotify.engine;
