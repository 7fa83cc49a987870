/** The Web API methods of apps that answer members: views, ephemeral messages, previews, connections. */
package io.jenkins.plugins.slacknotify.sandbox.appmethod;
