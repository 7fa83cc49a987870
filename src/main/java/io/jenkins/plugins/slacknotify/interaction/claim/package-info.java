/** Says who looks after a bad build: <em>I'm on it</em>. The port {@code ClaimControl} keeps it in Jenkins. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.claim;
