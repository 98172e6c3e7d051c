package cn.lianping.repair;

import cn.lianping.PlatformTest;
import org.junit.jupiter.api.DisplayName;

@PlatformTest
@DisplayName("个案修正")
class RepairTest extends RepairCases {}
