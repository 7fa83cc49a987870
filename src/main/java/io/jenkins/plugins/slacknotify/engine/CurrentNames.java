package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import java.util.List;

/** Asks the ports that know Jenkins for builds by the names that their jobs have now, and not by those of their messages. */
record CurrentNames(JobHistory jobs) {
    TokenSource tokens(TokenSource tokens) {
        return new TokenSource() {
            @Override
            public BotToken find(Destination destination, BuildKey build) throws TokenUnavailableException {
                return tokens.find(destination, jobs.current(build));
            }

            @Override
            public String teamId(Destination destination) {
                return tokens.teamId(destination);
            }
        };
    }

    AccountDirectory accounts(AccountDirectory accounts) {
        return new AccountDirectory() {
            @Override
            public List<Account> find(Person person) {
                return accounts.find(person);
            }

            @Override
            public List<Account> findMember(String slackId) {
                return accounts.findMember(slackId);
            }

            @Override
            public boolean mayRead(String accountId, BuildKey build) {
                return accounts.mayRead(accountId, jobs.current(build));
            }

            @Override
            public boolean mustSignIn(String accountId) {
                return accounts.mustSignIn(accountId);
            }
        };
    }

    Macros macros(Macros macros) {
        return (macro, build) -> macros.expand(macro, jobs.current(build));
    }

    BuildLocator builds(BuildLocator builds) {
        return build -> builds.locate(jobs.current(build));
    }
}
