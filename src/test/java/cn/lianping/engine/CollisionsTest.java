package cn.lianping.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.MigratedDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
@DisplayName("相撞的办理重做")
class CollisionsTest {

    private final JdbcTemplate sql = new JdbcTemplate(MigratedDatabase.fresh());
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void parentAndChild() {
        drop();
        sql.execute("CREATE TABLE collision_parent (id INT PRIMARY KEY)");
        sql.execute("CREATE TABLE collision_child (id INT PRIMARY KEY, parent INT NOT NULL,"
                + " FOREIGN KEY (parent) REFERENCES collision_parent (id))");
        sql.update("INSERT INTO collision_parent VALUES (1)");
        sql.update("INSERT INTO collision_child VALUES (1, 1)");
    }

    @AfterEach
    void drop() {
        sql.execute("DROP TABLE IF EXISTS collision_child");
        sql.execute("DROP TABLE IF EXISTS collision_parent");
    }

    @Test
    @DisplayName("删去的行之下刚添了一行:再做一次即成")
    void parentWithANewChild() {
        Collisions.retry(() -> {
            if (attempts.incrementAndGet() == 2) {
                sql.update("DELETE FROM collision_child");
            }
            sql.update("DELETE FROM collision_parent");
        });
        assertThat(attempts).hasValue(2);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM collision_parent", Integer.class))
                .isZero();
    }

    @Test
    @DisplayName("成批写入时也认得")
    void childWithoutParentInABatch() {
        Collisions.retry(() -> sql.batchUpdate(
                "INSERT INTO collision_child VALUES (?, ?)",
                List.of(new Object[] {2, 1}, new Object[] {3, attempts.incrementAndGet() == 2 ? 1 : 7}).stream()
                        .peek(row -> sql.update("DELETE FROM collision_child WHERE id = ?", row[0]))
                        .toList()));
        assertThat(attempts).hasValue(2);
    }

    @Test
    @DisplayName("一直相撞:四次后请人稍后再试")
    void alwaysColliding() {
        assertThatThrownBy(() -> Collisions.retry(() -> {
                    attempts.incrementAndGet();
                    sql.update("DELETE FROM collision_parent");
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    @DisplayName("其他错误不重做")
    void otherMistakes() {
        assertThatThrownBy(() -> Collisions.retry(() -> {
                    attempts.incrementAndGet();
                    sql.update("INSERT INTO collision_parent VALUES (1)");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(attempts).hasValue(1);
    }
}
