package cn.lianping.migration;

import cn.lianping.MySqlPlatformTest;
import org.junit.jupiter.api.DisplayName;

@MySqlPlatformTest
@DisplayName("在办件迁移,MySQL")
class MigrationMySqlTest extends MigrationCases {}
