package cn.lianping.migration;

import cn.lianping.PlatformTest;
import org.junit.jupiter.api.DisplayName;

@PlatformTest
@DisplayName("在办件迁移")
class MigrationTest extends MigrationCases {}
