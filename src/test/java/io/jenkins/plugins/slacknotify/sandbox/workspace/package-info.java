/** The state of the sandbox: workspaces with their channels, users, bots, tokens and messages. */
package io.jenkins.plugins.slacknotify.sandbox.workspace;
