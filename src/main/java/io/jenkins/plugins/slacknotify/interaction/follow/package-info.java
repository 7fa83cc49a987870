/** Has the messages of running builds show how far they are: <em>Follow</em>. The port {@code FollowControl} does it. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.follow;
