/** The installation of the app, from an empty Jenkins on, in a real Jenkins with a browser. */
package io.jenkins.plugins.slacknotify.acceptance.installation;
