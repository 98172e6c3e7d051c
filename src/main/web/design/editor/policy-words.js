/* How people call what stands in a policy. */
export const LABELS = {
  documentNumber: '文号', issuedOn: '印发日期', weights: '权重', division: '处室综合评价', expert: '专家评价',
  aggregation: '汇总', method: '方法', dropHighestAndLowest: '去掉最高分和最低分', minimumLeft: '去掉后至少留下(份)',
  sheets: '评价表份数', panelSize: '专家组人数', minimumExpertSheets: '专家评价表至少(份)', minimumDivisionSheets: '处室评价表至少(份)',
  rounding: '进位', scale: '小数位数', mode: '方式', ranking: '排名', basis: '依据的分数', tieRule: '同分时',
  publicity: '公示', length: '公示期长度', unit: '单位', firstDayCounted: '首日计入', objectionHold: '异议未办结时',
  dueTimes: '办理期限(工作日)', others: '其他任务', tasks: '任务', dueIn: '期限', reminderBefore: '提前提醒', escalationAfter: '逾期升级',
  grant: '试点资金', uses: '用途', longestTermMonths: '最长期限(月)', cap: '补助上限(元)', deliberation: '党组会审议', quorum: '到会人数',
  preCheck: '预审', provincialAverageRdRatio: '全省研发投入强度平均值(%)',
  userTask_compileAgenda: '拟定上会名单', userTask_selectPilots: '遴选试点', userTask_selfEvaluateElement: '自评要素', userTask_sealReport: '成员单位盖章',
  userTask_submitReport: '提交自评报告', userTask_reviewByScienceDepartment: '科技部门复核', userTask_reviewByIndustryDepartment: '工信部门复核',
  userTask_recommend: '推荐', userTask_giveManagementOpinion: '处室评价', userTask_confirmPanel: '确认专家组', userTask_reviewByExpert: '专家评价',
  userTask_recordDeliberation: '记录审议', userTask_issueNotice: '发布公示', userTask_acceptObjection: '受理异议', userTask_investigateObjection: '调查异议',
  userTask_decideObjection: '处理异议', userTask_draftRelease: '起草发文', userTask_countersignByIndustry: '工信厅会签', userTask_signByScience: '科技厅签发',
  userTask_draftFundUsePlan: '编制资金使用方案', userTask_fileProject: '项目备案', userTask_reportMidterm: '中期报告', userTask_reportFinal: '期满报告', userTask_acceptProject: '项目验收',
};

export const STATUSES = { confirmed: '原文确认', inferred: '推定', unknown: '未知' };

/* The choices of values that are codes, by the name of their place. */
export const WORDS = {
  method: { MEAN: '平均' },
  minimumDivisionSheets: { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', ALL: '该领域的全部处室' },
  basis: { PUBLISHED_SCORE: '公布的得分(已进位)' },
  tieRule: { EXPERT_MEAN_THEN_SHARED_RANK: '先比专家评价的精确均值,仍相同则并列', SHARED_RANK: '并列' },
  quorum: { MORE_THAN_HALF: '超过半数', TWO_THIRDS: '三分之二以上' },
  mode: { HALF_UP: '四舍五入', HALF_EVEN: '四舍六入五成双', DOWN: '舍去' },
  unit: { WORKING_DAY: '工作日', CALENDAR_DAY: '自然日' },
  objectionHold: { round: '整个批次等待', case: '只有该案卷等待' },
};
