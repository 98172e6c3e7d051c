package cn.lianping.policy;

import cn.lianping.policy.PolicyValue.Required;

/** The meeting of the party group that deliberates a round (article 6.4). */
public record Deliberation(PolicyValue<Quorum> quorum) {

    /** How many members must be present. */
    public enum Quorum {
        MORE_THAN_HALF("超过半数") {
            @Override
            public boolean reached(int present, int members) {
                return 2 * present > members;
            }
        },
        TWO_THIRDS("三分之二以上") {
            @Override
            public boolean reached(int present, int members) {
                return 3 * present >= 2 * members;
            }
        };

        private final String label;

        Quorum(String label) {
            this.label = label;
        }

        /** The rule as people read it. */
        public String label() {
            return label;
        }

        /** Whether a meeting with this many of the members present may decide. */
        public abstract boolean reached(int present, int members);
    }

    public Deliberation {
        Required.present(quorum, "quorum");
    }
}
