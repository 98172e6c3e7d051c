/* 历次版本 of one file: open, compare, go back. */
import { get, post } from './server.js';
import { button, link, make, note, scrolled, section, table, tag, tell, to, when } from './kit.js';
import { dialog, reasonField } from './dialog.js';

const goBack = async (path, area, version, again) => {
  const done = await dialog({
    title: `恢复第 ${version.version} 版`,
    hint: '它的内容成为最新版本,新发起的案卷按它办理;与现行版同一方案生效的文件一并恢复。在办的案卷不受影响,可用“在办件迁移”带回。',
    confirm: '恢复',
    content: [reasonField()],
    act: (data) => post('/designs/going-back', { path, area: area || null, ref: version.ref, reason: data.get('reason') }),
  });
  if (done) { tell(done.message); again(); }
};

export const show = async (host, { path, area }, { again }) => {
  const versions = await get('/designs/versions', { path, area });
  const diagram = path.endsWith('.bpmn');
  const chosen = { a: versions[1]?.ref || versions[0].ref, b: versions[0].ref };
  const pick = (side, version) => make('input', {
    type: 'radio', name: side, 'aria-label': `${side === 'a' ? '比较:从' : '比较:到'}第 ${version.version} 版`,
    checked: chosen[side] === version.ref, onchange: () => { chosen[side] = version.ref; compareLink.href = target(); },
  });
  const target = () => to('compare', { path, area, a: chosen.a, b: chosen.b });
  const compareLink = link('比较所选两版', target(), { class: 'like-button primary' });
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', path),
    section('历次版本',
      versions.length > 1 ? make('p', { class: 'bar' }, compareLink) : note('只有一个版本。'),
      scrolled(table(['从', '到', '版本', '何时', '何人', '原因', '来源', '在办', '处理'], versions.map((version) => [
        pick('a', version), pick('b', version),
        make('span', {}, `第 ${version.version} 版 `, version.newest ? tag('现行', 'in_force') : null), when(version.at),
        make('span', {}, version.by.name, version.confirmedBy ? make('small', { class: 'key' }, `确认:${version.confirmedBy.name}`) : null),
        version.reason || '', version.source, make('span', { class: 'number' }, String(version.running)),
        make('span', { class: 'acts' },
          link('查看', to('view', { path, area, ref: version.ref })),
          version.newest ? null : button('恢复为最新', () => goBack(path, area, version, again)),
          diagram && !version.newest && version.running > 0
            ? link('迁移在办件', to('migrate', { path, area, from: version.definitionId, to: versions[0].definitionId })) : null),
      ])))));
};
