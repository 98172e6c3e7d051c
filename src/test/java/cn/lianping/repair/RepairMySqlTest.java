package cn.lianping.repair;

import cn.lianping.MySqlPlatformTest;
import org.junit.jupiter.api.DisplayName;

@MySqlPlatformTest
@DisplayName("个案修正,MySQL")
class RepairMySqlTest extends RepairCases {}
