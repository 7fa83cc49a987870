/** The plugin's life in Jenkins: start, stop, and what administrators hear of it. */
package io.jenkins.plugins.slacknotify.admin;
