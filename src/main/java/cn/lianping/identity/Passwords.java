package cn.lianping.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * First passwords. In the profile demo all are {@code lianping.demo.password}, if that is set; otherwise each is random
 * and kept in this node's memory until the administrator has taken it once.
 */
@Component
class Passwords {

    /** Without signs that look alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    record Credential(String user, String name, String password) {}

    private final SecureRandom random = new SecureRandom();
    private final @Nullable String demoPassword;
    private final List<Credential> untaken = new ArrayList<>();

    Passwords(Environment environment) {
        String configured = environment.getProperty("lianping.demo.password", "");
        this.demoPassword =
                environment.acceptsProfiles(Profiles.of("demo")) && !configured.isBlank() ? configured : null;
    }

    String create(String user, String name) {
        if (demoPassword != null) {
            return demoPassword;
        }
        Credential credential = new Credential(user, name, random());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // the person exists only once the import is in
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    keep(credential);
                }
            });
        } else {
            keep(credential);
        }
        return credential.password();
    }

    /** A password that nobody can guess. */
    String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private synchronized void keep(Credential credential) {
        untaken.add(credential);
    }

    /** Hands out what nobody took so far, and forgets it. */
    synchronized List<Credential> take() {
        List<Credential> taken = List.copyOf(untaken);
        untaken.clear();
        return taken;
    }
}
