package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.util.Locale;
import java.util.Map;

/**
 * Accounts of Jenkins whose passwords are hashed in as few rounds as there may be. With those that Jenkins takes by itself, each account
 * and each time that somebody signs in takes a tenth of a second of a processor.
 */
public final class Accounts {
    /** Groovy, for the top of a script: {@code createAccount(id, password)} makes an account and returns its user. */
    public static final String CREATE_ACCOUNT = """
            def createAccount = { String id, String password ->
                def hash = org.springframework.security.crypto.bcrypt.BCrypt.hashpw(
                    password, org.springframework.security.crypto.bcrypt.BCrypt.gensalt(4))
                jenkins.model.Jenkins.get().securityRealm.createAccountWithHashedPassword(id, '#jbcrypt:' + hash)
            }
            """;

    /** By the id. */
    private static final Map<String, String> HASHES = Map.of(
            "anna", "$2a$04$Qx7mTz1bWc3eRv5nYd9uHO0utc7GFSM3IRHvbPbYEbdxkIRqQFfeW",
            "bob", "$2a$04$Lk2jHg4fDs6aPo8iUy0tReSKYftRXrdiNX/21DoNNbJH3P0F.oFsW",
            "eve", "$2a$04$Zm9nXb7vCl5kJh3gFd1sAetUljkcLpzZygnnjxWdMIW//VdJcJfg.",
            "ivy", "$2a$04$Wq4eRt6yUi8oPa0sDf2gHuGUsfZbZS9sSg6kyhkxamc5pZR7wDxc2");

    private Accounts() {}

    /** The account of Anna, Bob, Eve or Ivy for {@code jenkins.yaml}; the password is {@code password-of-} and the id. */
    public static String yaml(String name) {
        var id = name.toLowerCase(Locale.ROOT);
        return "{id: %s, name: %s, password: \"#jbcrypt:%s\"}".formatted(id, name, HASHES.get(id));
    }
}
