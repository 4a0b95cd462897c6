<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>joint rank {rank}</source>
        <translation>并列第 {rank} 名</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>第 {rank} 名</translation>
    </message>
    <message>
        <source>joint {rank}</source>
        <translation>并列第 {rank}</translation>
    </message>
    <message>
        <source>up {places} against “{name}”</source>
        <translation>较“{name}”上升 {places} 位</translation>
    </message>
    <message>
        <source>down {places} against “{name}”</source>
        <translation>较“{name}”下降 {places} 位</translation>
    </message>
    <message>
        <source>up {places} under “{name}”</source>
        <translation>在“{name}”下上升 {places} 位</translation>
    </message>
    <message>
        <source>down {places} under “{name}”</source>
        <translation>在“{name}”下下降 {places} 位</translation>
    </message>
    <message>
        <source>up {places} since the last step</source>
        <translation>较上一步上升 {places} 位</translation>
    </message>
    <message>
        <source>down {places} since the last step</source>
        <translation>较上一步下降 {places} 位</translation>
    </message>
    <message>
        <source>rank {low} in 90 % of {runs} runs with other weights and doubtful values</source>
        <translation>在权重和存疑数值变动的 {runs} 次模拟中，90 % 为第 {low} 名</translation>
    </message>
    <message>
        <source>ranks {low} to {high} in 90 % of {runs} runs with other weights and doubtful values</source>
        <translation>在权重和存疑数值变动的 {runs} 次模拟中，90 % 位于第 {low} 至第 {high} 名</translation>
    </message>
    <message>
        <source>The first {top} are the same areas in {same} % of the runs; on average {kept} % of them stay there.</source>
        <translation>{same} % 的模拟中前 {top} 名的地区相同；平均有 {kept} % 留在前列。</translation>
    </message>
    <message>
        <source>{present} of {total} values</source>
        <translation>{total} 个数值中有 {present} 个</translation>
    </message>
    <message>
        <source>{area}, {told}</source>
        <translation>{area}，{told}</translation>
    </message>
    <message>
        <source>{parts} not measured</source>
        <translation>{parts} 未测量</translation>
    </message>
    <message>
        <source>not ranked: {reason}.</source>
        <translation>未排名：{reason}。</translation>
    </message>
    <message>
        <source>{rank}: {told}.</source>
        <translation>{rank}：{told}。</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>无组</translation>
    </message>
    <message>
        <source>{name}, 1 area</source>
        <translation>{name}，1 个地区</translation>
    </message>
    <message>
        <source>{name}, {count} areas</source>
        <translation>{name}，{count} 个地区</translation>
    </message>
    <message>
        <source>{name}, {shown} of {count} areas</source>
        <translation>{name}，{count} 个地区中的 {shown} 个</translation>
    </message>
    <message>
        <source>{group}: none of them is ranked.</source>
        <translation>{group}：其中没有地区获得名次。</translation>
    </message>
    <message>
        <source>{group}: mean {mean}, from {low} to {high}; on average {parts}.</source>
        <translation>{group}：平均 {mean}，从 {low} 到 {high}；各部分平均：{parts}。</translation>
    </message>
    <message>
        <source>The score lies between {low} and {high}, whatever the missing values are</source>
        <translation>无论缺失的数值为何，得分都在 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>{part}: not measured</source>
        <translation>{part}：未测量</translation>
    </message>
    <message>
        <source>{part}: {score}, {share} % of it imputed</source>
        <translation>{part}：{score}，其中 {share} % 为插补</translation>
    </message>
    <message>
        <source>{part}: {score}</source>
        <translation>{part}：{score}</translation>
    </message>
    <message>
        <source>Published rank: {rank}</source>
        <translation>已公布名次：{rank}</translation>
    </message>
    <message>
        <source>Partial: the score rests on few of the values</source>
        <translation>部分：得分只依据少数数值</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 项</translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation>缺失：{names}</translation>
    </message>
    <message>
        <source>Name of the index</source>
        <translation>指数名称</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>2024, 2024-03, 2024-Q3 or 2018/2019</source>
        <translation>2024、2024-03、2024-Q3 或 2018/2019</translation>
    </message>
    <message>
        <source>Published ranking beside it</source>
        <translation>并列显示的已公布排名</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Areas that it ranks</source>
        <translation>参与排名的地区</translation>
    </message>
    <message>
        <source>Drag an area to another place, or use Alt and the arrow keys</source>
        <translation>拖动地区到另一位置，或使用 Alt 加方向键</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>并列</translation>
    </message>
    <message>
        <source>Areas ranked</source>
        <translation>参与排名的地区</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Areas, indicators and values stay.</source>
        <translation>地区、指标和数值保留。</translation>
    </message>
    <message>
        <source>no published ranking</source>
        <translation>无已公布排名</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>Weight among its siblings</source>
        <translation>在同级中的权重</translation>
    </message>
    <message>
        <source>Indicator that it stands for</source>
        <translation>所代表的指标</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>何者为优</translation>
    </message>
    <message>
        <source>Part of an index</source>
        <translation>指数的组成部分</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Period that it reads</source>
        <translation>所读取的时期</translation>
    </message>
    <message>
        <source>Statuses that count here beside the usual ones</source>
        <translation>除通常状态外，此处也计入的状态</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>优劣方向</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Counts also when it is</source>
        <translation>也计入以下状态</translation>
    </message>
    <message>
        <source>Its parts go with it; indicators and values stay.</source>
        <translation>其组成部分一并移除；指标和数值保留。</translation>
    </message>
    <message>
        <source>its parts</source>
        <translation>其组成部分</translation>
    </message>
    <message>
        <source>↑ more is better</source>
        <translation>↑ 越多越好</translation>
    </message>
    <message>
        <source>↓ less is better</source>
        <translation>↓ 越少越好</translation>
    </message>
    <message>
        <source>as the index: {0}</source>
        <translation>与指数相同：{0}</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>已宣布</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>自称</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>{0} group</source>
        <translation>{0} 个组</translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation>{0} 个组</translation>
    </message>
    <message>
        <source>{0} area</source>
        <translation>{0} 个地区</translation>
    </message>
    <message>
        <source>{0} areas</source>
        <translation>{0} 个地区</translation>
    </message>
    <message>
        <source>ranks {areas}, as of {period}</source>
        <translation>对 {areas}排名，截至 {period}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>kind or value</source>
        <translation>类型或数值</translation>
    </message>
    <message>
        <source>name or area</source>
        <translation>名称或地区</translation>
    </message>
    <message>
        <source>code or indicator</source>
        <translation>代码或指标</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>{problems}: nothing is read until the table is mended.</source>
        <translation>{problems}：修正表格之前不读取任何内容。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>{0} new area</source>
        <translation>{0} 个新地区</translation>
    </message>
    <message>
        <source>{0} new areas</source>
        <translation>{0} 个新地区</translation>
    </message>
    <message>
        <source>{0} changed area</source>
        <translation>{0} 个更改的地区</translation>
    </message>
    <message>
        <source>{0} changed areas</source>
        <translation>{0} 个更改的地区</translation>
    </message>
    <message>
        <source>{0} new indicator</source>
        <translation>{0} 个新指标</translation>
    </message>
    <message>
        <source>{0} new indicators</source>
        <translation>{0} 个新指标</translation>
    </message>
    <message>
        <source>{0} changed indicator</source>
        <translation>{0} 个更改的指标</translation>
    </message>
    <message>
        <source>{0} changed indicators</source>
        <translation>{0} 个更改的指标</translation>
    </message>
    <message>
        <source>{0} value</source>
        <translation>{0} 个数值</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 个数值</translation>
    </message>
    <message>
        <source>{0} empty cell stays as it is</source>
        <translation>{0} 个空单元格保持不变</translation>
    </message>
    <message>
        <source>{0} empty cells stay as they are</source>
        <translation>{0} 个空单元格保持不变</translation>
    </message>
    <message>
        <source>{0} value has rival sources</source>
        <translation>{0} 个数值另有来源</translation>
    </message>
    <message>
        <source>{0} values have rival sources</source>
        <translation>{0} 个数值另有来源</translation>
    </message>
    <message>
        <source>The table says nothing that is not there already.</source>
        <translation>表格中没有新内容。</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>MIT licence. Inter and Noto Sans CJK SC under the SIL Open Font Licence, Lucide icons under the ISC licence. Places of the sample: GeoNames, CC BY 4.0.</source>
        <translation>MIT 许可证。Inter 与 Noto Sans CJK SC 采用 SIL 开放字体许可证，Lucide 图标采用 ISC 许可证。示例地点：GeoNames，CC BY 4.0。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>and {count} more values</source>
        <translation>以及另外 {count} 个数值</translation>
    </message>
    <message>
        <source>{name}: missing. {reason}</source>
        <translation>{name}：缺失。{reason}</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>其次按</translation>
    </message>
    <message>
        <source>Take back the last order or filter (Ctrl+Alt+Z)</source>
        <translation>撤回上一次排序或筛选 (Ctrl+Alt+Z)</translation>
    </message>
    <message>
        <source>Others give in proportion to their weights</source>
        <translation>其他部分按权重比例让出</translation>
    </message>
    <message>
        <source>The neighbour gives</source>
        <translation>由相邻部分让出</translation>
    </message>
    <message>
        <source>Others give the same each</source>
        <translation>其他部分平均让出</translation>
    </message>
    <message>
        <source>Equal weights</source>
        <translation>等权重</translation>
    </message>
    <message>
        <source>Weights as they came</source>
        <translation>恢复初始权重</translation>
    </message>
    <message>
        <source>Weights as the data have them</source>
        <translation>恢复为数据中的权重</translation>
    </message>
    <message>
        <source>Only try weights, write nothing</source>
        <translation>只试算权重，不写入</translation>
    </message>
    <message>
        <source>Show the weights of every level</source>
        <translation>显示各层级的权重</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Box plots in the heads</source>
        <translation>在列首显示箱线图</translation>
    </message>
    <message>
        <source>Unlock the weight</source>
        <translation>解锁权重</translation>
    </message>
    <message>
        <source>Lock the weight</source>
        <translation>锁定权重</translation>
    </message>
    <message>
        <source>Equal weights for it and its siblings</source>
        <translation>使其与同级等权重</translation>
    </message>
    <message>
        <source>Weights of it and its siblings as they came</source>
        <translation>其与同级恢复初始权重</translation>
    </message>
    <message>
        <source>Open into its parts</source>
        <translation>展开为各组成部分</translation>
    </message>
    <message>
        <source>Close into what it is part of</source>
        <translation>收拢到所属部分</translation>
    </message>
    <message>
        <source>Begin all bars with it at one line</source>
        <translation>所有条形以它为起点对齐</translation>
    </message>
    <message>
        <source>Sort by it</source>
        <translation>按它排序</translation>
    </message>
    <message>
        <source>Only areas in a range of it…</source>
        <translation>仅显示在其某范围内的地区…</translation>
    </message>
    <message>
        <source>How its values become points…</source>
        <translation>数值如何换算为分数…</translation>
    </message>
    <message>
        <source>interval: how wide</source>
        <translation>区间：宽度</translation>
    </message>
    <message>
        <source>interval: the best rank</source>
        <translation>区间：最佳名次</translation>
    </message>
    <message>
        <source>path: places gained on the way</source>
        <translation>路径：一路上升的名次</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Words parted by commas</source>
        <translation>以逗号分隔的词</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Updated every … days</source>
        <translation>每 … 天更新</translation>
    </message>
    <message>
        <source>Days, such as 365</source>
        <translation>天数，例如 365</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>查阅日期</translation>
    </message>
    <message>
        <source>2026-11-22</source>
        <translation>2026-11-22</translation>
    </message>
    <message>
        <source>Read today</source>
        <translation>今天已查阅</translation>
    </message>
    <message>
        <source>Its figures come from</source>
        <translation>其数据来自</translation>
    </message>
    <message>
        <source>Key of another source</source>
        <translation>另一来源的键</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Such as CC BY 4.0</source>
        <translation>例如 CC BY 4.0</translation>
    </message>
    <message>
        <source>May be passed on</source>
        <translation>可否转发</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>数据来自</translation>
    </message>
    <message>
        <source>Pedigree</source>
        <translation>谱系评估</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Update days</source>
        <translation>更新天数</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评定</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>一手</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>二手</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>verified, partly assumed</source>
        <translation>经核实，部分为假设</translation>
    </message>
    <message>
        <source>not verified, partly assumed</source>
        <translation>未核实，部分为假设</translation>
    </message>
    <message>
        <source>qualified estimate</source>
        <translation>专家估计</translation>
    </message>
    <message>
        <source>unqualified estimate</source>
        <translation>非专家估计</translation>
    </message>
    <message>
        <source>all sites, long period</source>
        <translation>全部地点，长期</translation>
    </message>
    <message>
        <source>most sites, long period</source>
        <translation>多数地点，长期</translation>
    </message>
    <message>
        <source>some sites</source>
        <translation>部分地点</translation>
    </message>
    <message>
        <source>one site or short period</source>
        <translation>单一地点或短期</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>under 3 years apart</source>
        <translation>相差不到 3 年</translation>
    </message>
    <message>
        <source>under 6 years apart</source>
        <translation>相差不到 6 年</translation>
    </message>
    <message>
        <source>under 10 years apart</source>
        <translation>相差不到 10 年</translation>
    </message>
    <message>
        <source>under 15 years apart</source>
        <translation>相差不到 15 年</translation>
    </message>
    <message>
        <source>15 years or more, or unknown</source>
        <translation>相差 15 年以上或未知</translation>
    </message>
    <message>
        <source>the area itself</source>
        <translation>地区本身</translation>
    </message>
    <message>
        <source>a larger area with it</source>
        <translation>包含它的更大地区</translation>
    </message>
    <message>
        <source>a similar area</source>
        <translation>相似地区</translation>
    </message>
    <message>
        <source>a slightly similar area</source>
        <translation>略为相似的地区</translation>
    </message>
    <message>
        <source>unknown or other area</source>
        <translation>未知或其他地区</translation>
    </message>
    <message>
        <source>the very subject</source>
        <translation>同一对象</translation>
    </message>
    <message>
        <source>the same process elsewhere</source>
        <translation>他处的同一过程</translation>
    </message>
    <message>
        <source>the process, other technology</source>
        <translation>同一过程，其他技术</translation>
    </message>
    <message>
        <source>related process</source>
        <translation>相关过程</translation>
    </message>
    <message>
        <source>related process, other technology</source>
        <translation>相关过程，其他技术</translation>
    </message>
    <message>
        <source>No value shown cites a source.</source>
        <translation>所显示的数值均未引用来源。</translation>
    </message>
    <message>
        <source>Sources: {names}.</source>
        <translation>来源：{names}。</translation>
    </message>
    <message>
        <source>Sources: {count} in all.</source>
        <translation>来源：共 {count} 个。</translation>
    </message>
    <message>
        <source>Sources: {names}; and {count} more.</source>
        <translation>来源：{names}；另有 {count} 个。</translation>
    </message>
    <message>
        <source>{index}, as of {period}</source>
        <translation>{index}，截至 {period}</translation>
    </message>
    <message>
        <source>Project “{title}”, Citeria.</source>
        <translation>项目“{title}”，Citeria。</translation>
    </message>
</context>
<context>
    <name>AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Add this source</source>
        <translation>添加此来源</translation>
    </message>
    <message>
        <source>Take that one</source>
        <translation>采用已有的来源</translation>
    </message>
    <message>
        <source>A source needs a key, such as riemer-2020.</source>
        <translation>来源需要一个键，例如 riemer-2020。</translation>
    </message>
    <message>
        <source>The key “{0}” is taken. Choose another.</source>
        <translation>键“{0}”已被占用，请另选一个。</translation>
    </message>
    <message>
        <source>It seems to be here already as {key} ({reason}): {reference}</source>
        <translation>它似乎已存在，键为 {key}（{reason}）：{reference}</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>{count} areas in both</source>
        <translation>两者共有 {count} 个地区</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>几乎</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nested in them (homogeneity)</source>
        <translation>嵌套于其中（同质性）</translation>
    </message>
    <message>
        <source>1 when every cluster of the first lies inside one of the second</source>
        <translation>若前者的每个聚类都位于后者的某一组内，则为 1</translation>
    </message>
    <message>
        <source>keeps them whole (completeness)</source>
        <translation>保持其完整（完整性）</translation>
    </message>
    <message>
        <source>1 when every cluster of the second lies inside one of the first</source>
        <translation>若后者的每个聚类都位于前者的某一组内，则为 1</translation>
    </message>
    <message>
        <source>the same partition (adjusted Rand)</source>
        <translation>划分相同（调整兰德指数）</translation>
    </message>
    <message>
        <source>1 for the same partition, about 0 for chance</source>
        <translation>划分相同为 1，随机约为 0</translation>
    </message>
    <message>
        <source>shared information (adjusted)</source>
        <translation>共享信息（调整后）</translation>
    </message>
    <message>
        <source>1 for the same partition, about 0 for chance; counts what one tells of the other</source>
        <translation>划分相同为 1，随机约为 0；衡量一方对另一方的说明程度</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Areas in both clusters</source>
        <translation>两个聚类共有的地区</translation>
    </message>
    <message>
        <source>Areas that would move</source>
        <translation>会移动的地区</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose another set to see how well the two agree and which areas would move.</source>
        <translation>请选择另一组聚类，查看两者的一致程度以及哪些地区会移动。</translation>
    </message>
    <message>
        <source>The two sets have no area in common, so nothing can be compared.</source>
        <translation>两组没有共同的地区，无法比较。</translation>
    </message>
    <message>
        <source>Rows: {first}; columns: {second}. Matched clusters are marked.</source>
        <translation>行：{first}；列：{second}。已标出相互匹配的聚类。</translation>
    </message>
    <message>
        <source>{first} against {second}</source>
        <translation>{first} 与 {second} 对照</translation>
    </message>
    <message>
        <source>{area} is in {here} and would move to {there}</source>
        <translation>{area}现属{here}，会移到{there}</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>{stay} of {total} areas are in matched clusters; these are not:</source>
        <translation>{total} 个地区中有 {stay} 个处于匹配的聚类中；以下地区则不然：</translation>
    </message>
    <message>
        <source>Every area is in matched clusters.</source>
        <translation>所有地区都处于匹配的聚类中。</translation>
    </message>
    <message>
        <source>Over {areas} areas: homogeneity {homogeneity}, completeness {completeness}, adjusted Rand {ari}, adjusted mutual information {ami}.</source>
        <translation>基于 {areas} 个地区：同质性 {homogeneity}，完整性 {completeness}，调整兰德指数 {ari}，调整互信息 {ami}。</translation>
    </message>
</context>
<context>
    <name>AmbiguousQuestion</name>
    <message>
        <source>All of them:</source>
        <translation>全部：</translation>
    </message>
    <message>
        <source>{0} may mean two numbers each. Choose which is meant.</source>
        <translation>{0}各可能表示两个数。请选择所指的是哪一个。</translation>
    </message>
    <message>
        <source>1 text may mean two numbers. Choose which is meant.</source>
        <translation>1 个文本可能表示两个数。请选择所指的是哪一个。</translation>
    </message>
    <message>
        <source>Every text has one meaning now.</source>
        <translation>现在每段文字都只有一个含义。</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>Meaning of {0}</source>
        <translation>{0} 的含义</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>在 {0}中</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer {0}</source>
        <translation>答复 {0}</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
</context>
<context>
    <name>AreaPage</name>
    <message>
        <source>{0} of {1} values</source>
        <translation>{1} 个数值中有 {0} 个</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>AreasPage</name>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Name of a new area</source>
        <translation>新地区的名称</translation>
    </message>
    <message>
        <source>Add an area: type its name, press Enter</source>
        <translation>添加地区：输入名称后按 Enter</translation>
    </message>
    <message>
        <source>Code of the area</source>
        <translation>地区代码</translation>
    </message>
    <message>
        <source>Kind of the area</source>
        <translation>地区类型</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Area that it lies in</source>
        <translation>所属地区</translation>
    </message>
    <message>
        <source>Note on the area</source>
        <translation>地区备注</translation>
    </message>
    <message>
        <source>Indices that rank it</source>
        <translation>对其排名的指数</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>add a language: de, ru…</source>
        <translation>添加语言：de、ru…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>排名于</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>A retired area is no longer offered; its values stay. Only what nothing uses is removed.</source>
        <translation>停用的地区不再提供选择，其数值保留。只有未被使用的才会被移除。</translation>
    </message>
    <message>
        <source>Here will be the areas that you compare: cities, provinces, organisations.</source>
        <translation>这里将列出您要比较的地区：城市、省份、组织。</translation>
    </message>
    <message>
        <source>Add the first area</source>
        <translation>添加第一个地区</translation>
    </message>
    <message>
        <source>rank it in {0}</source>
        <translation>在 {0} 中对其排名</translation>
    </message>
    <message>
        <source>no other area</source>
        <translation>无其他地区</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name, {0}</source>
        <translation>名称（{0}）</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy the message</source>
        <translation>复制此消息</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>BarDelegate</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>BeyondQuestion</name>
    <message>
        <source>What reaches beyond the grid</source>
        <translation>超出表格的部分</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Leave out what reaches beyond</source>
        <translation>舍弃超出的部分</translation>
    </message>
    <message>
        <source>Add the rows as new areas, by their names</source>
        <translation>把这些行按名称添加为新地区</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>The block reaches beyond the grid by {0}.</source>
        <translation>数据块超出表格 {0}。</translation>
    </message>
</context>
<context>
    <name>BiplotPage</name>
    <message>
        <source>Biplot</source>
        <translation>双标图</translation>
    </message>
    <message>
        <source>Near areas are alike. The plane shows {share} of the differences between the areas.</source>
        <translation>相近的地区彼此相似。此平面呈现地区间差异的 {share}。</translation>
    </message>
    <message>
        <source>First component, {share} of the variance</source>
        <translation>第一主成分，占方差的 {share}</translation>
    </message>
    <message>
        <source>Second component, {share} of the variance</source>
        <translation>第二主成分，占方差的 {share}</translation>
    </message>
    <message>
        <source>Click an area, or walk with the arrow keys; Space marks it for a group.</source>
        <translation>单击地区，或用方向键移动；空格键标记以便归组。</translation>
    </message>
    <message>
        <source>area or indicator</source>
        <translation>地区或指标</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>first component</source>
        <translation>第一主成分</translation>
    </message>
    <message>
        <source>second component</source>
        <translation>第二主成分</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Value of {0}</source>
        <translation>{0} 的值</translation>
    </message>
</context>
<context>
    <name>CellPage</name>
    <message>
        <source>How it counts</source>
        <translation>如何计入</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source> (the index reads this one)</source>
        <translation>（指数读取此时期）</translation>
    </message>
    <message>
        <source>Source in use</source>
        <translation>所用来源</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>编辑数值</translation>
    </message>
    <message>
        <source>Undecided: {0} values, none in use. Choose one.</source>
        <translation>未定：有 {0} 个数值，均未采用。请选择一个。</translation>
    </message>
    <message>
        <source>No value here yet.</source>
        <translation>这里还没有数值。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation>竞争数值</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>数值的性质</translation>
    </message>
    <message>
        <source>Add a value with its source</source>
        <translation>添加带来源的数值</translation>
    </message>
    <message>
        <source>Add another value</source>
        <translation>添加另一个数值</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>添加数值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>CellVerdicts</name>
    <message>
        <source>Verdicts</source>
        <translation>审评意见</translation>
    </message>
    <message>
        <source>No reviewer has judged this value yet.</source>
        <translation>尚无审评人评判过此数值。</translation>
    </message>
    <message>
        <source>Keep a reviewer&apos;s verdict…</source>
        <translation>记录审评意见…</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Resampling for the gap statistic and for stability</source>
        <translation>为间隔统计量和稳定性重抽样</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>聚类数目</translation>
    </message>
    <message>
        <source>larger is better</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>轮廓系数</translation>
    </message>
    <message>
        <source>Calinski–Harabasz</source>
        <translation>Calinski–Harabasz</translation>
    </message>
    <message>
        <source>Davies–Bouldin</source>
        <translation>Davies–Bouldin</translation>
    </message>
    <message>
        <source>smaller is better</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>Gap statistic</source>
        <translation>间隔统计量</translation>
    </message>
    <message>
        <source>first within one error of the next</source>
        <translation>首个不低于下一数目减一倍误差者</translation>
    </message>
    <message>
        <source>Stability (Jaccard)</source>
        <translation>稳定性 (Jaccard)</translation>
    </message>
    <message>
        <source>Here will be what speaks for each number of clusters.</source>
        <translation>这里将显示支持各个聚类数目的依据。</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>轮廓系数</translation>
    </message>
    <message>
        <source>the gap statistic</source>
        <translation>间隔统计量</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>{k}: {names}</source>
        <translation>{k}：{names}</translation>
    </message>
    <message>
        <source>{method} – numbers and what speaks for them – {votes}. Most speak for {k}. Each is information, not a verdict: what the clusters are for decides.</source>
        <translation>{method}：支持各聚类数目的判据——{votes}。多数支持 {k}。各项判据是参考而非定论，取决于聚类的用途。</translation>
    </message>
    <message>
        <source>silhouette {value}</source>
        <translation>轮廓系数 {value}</translation>
    </message>
    <message>
        <source>Calinski–Harabasz {value}</source>
        <translation>Calinski–Harabasz {value}</translation>
    </message>
    <message>
        <source>Davies–Bouldin {value}</source>
        <translation>Davies–Bouldin {value}</translation>
    </message>
    <message>
        <source>gap {value} ± {error}</source>
        <translation>间隔 {value} ± {error}</translation>
    </message>
    <message>
        <source>stability {value}</source>
        <translation>稳定性 {value}</translation>
    </message>
    <message>
        <source>{k} clusters: {figures}</source>
        <translation>{k} 个聚类：{figures}</translation>
    </message>
    <message>
        <source>← → walk through the numbers; Enter or a double click shows that many clusters.</source>
        <translation>← → 在各数目间移动；按 Enter 或双击则显示该数目的聚类。</translation>
    </message>
</context>
<context>
    <name>CitationLines</name>
    <message>
        <source>retrieved {0}</source>
        <translation>检索于 {0}</translation>
    </message>
    <message>
        <source>in translation: “{0}”</source>
        <translation>译文：“{0}”</translation>
    </message>
    <message>
        <source>said by {0}</source>
        <translation>由 {0} 陈述</translation>
    </message>
    <message>
        <source>To be checked: the source was changed since it was cited.</source>
        <translation>待核查：引用之后来源已更改。</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>The archived copy, where the citation points</source>
        <translation>存档副本中引用所指的位置</translation>
    </message>
    <message>
        <source>Change the citation of {0}</source>
        <translation>更改对 {0} 的引用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the citation of {0}</source>
        <translation>移除对 {0} 的引用</translation>
    </message>
</context>
<context>
    <name>CiteForm</name>
    <message>
        <source>Cite: type author, title, year or key</source>
        <translation>引用：输入作者、标题、年份或键</translation>
    </message>
    <message>
        <source>Page, table or paragraph</source>
        <translation>页码、表格或段落</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>The words that state it</source>
        <translation>陈述该数值的原文</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Who says it, if not the publisher</source>
        <translation>陈述者，若非出版者</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>陈述者</translation>
    </message>
    <message>
        <source>Role of the source</source>
        <translation>来源的作用</translation>
    </message>
    <message>
        <source>Cite this source</source>
        <translation>引用此来源</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CiteSelection</name>
    <message>
        <source>Cite selection</source>
        <translation>引用所选</translation>
    </message>
    <message>
        <source>Cite a source for {0}</source>
        <translation>引用来源：{0}</translation>
    </message>
    <message>
        <source>Role of the source</source>
        <translation>来源的作用</translation>
    </message>
    <message>
        <source>Page, table or paragraph</source>
        <translation>页码、表格或段落</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cite this source</source>
        <translation>引用此来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>CitedModel</name>
    <message>
        <source>to be checked: the source was changed since</source>
        <translation>待核查：来源此后已更改</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>ClusterHead</name>
    <message>
        <source>Clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Set of clusters in view</source>
        <translation>当前显示的聚类组</translation>
    </message>
    <message>
        <source>Groups that people gave, or clusters that a method finds in normalised values × √weight</source>
        <translation>人为划分的分组，或由方法按标准化值 × √权重 求得的聚类</translation>
    </message>
    <message>
        <source>Number of computed clusters</source>
        <translation>计算聚类的数目</translation>
    </message>
    <message>
        <source>How many clusters are computed: ↑ ↓ here, + − in the tree, or drag its cut</source>
        <translation>计算多少个聚类：此处用 ↑ ↓，树中用 + −，或拖动切割线</translation>
    </message>
    <message>
        <source>One cluster fewer</source>
        <translation>减少一个聚类</translation>
    </message>
    <message>
        <source>One cluster more</source>
        <translation>增加一个聚类</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show or hide the list of clusters and their areas</source>
        <translation>显示或隐藏聚类及其地区的列表</translation>
    </message>
</context>
<context>
    <name>ClusterList</name>
    <message>
        <source>In no cluster</source>
        <translation>不属于任何聚类</translation>
    </message>
    <message>
        <source>{name}, {count} areas</source>
        <translation>{name}，{count} 个地区</translation>
    </message>
</context>
<context>
    <name>ClusterModel</name>
    <message>
        <source>Not in the tree, because a value is missing or cannot be normalised: {count}</source>
        <translation>未列入树中，因有数值缺失或无法标准化：{count}</translation>
    </message>
    <message>
        <source>Not in the tree, because a value is missing: {count}</source>
        <translation>未列入树中，因有数值缺失：{count}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>{value} normalised</source>
        <translation>{value}（标准化）</translation>
    </message>
    <message>
        <source>{value}, not normalised: no other value to compare it with</source>
        <translation>{value}，未标准化：没有其他数值可比较</translation>
    </message>
    <message>
        <source>{value}, which cannot be normalised</source>
        <translation>{value}，无法标准化</translation>
    </message>
</context>
<context>
    <name>ClusterPages</name>
    <message>
        <source>Sides of the clusters</source>
        <translation>聚类的各个侧面</translation>
    </message>
</context>
<context>
    <name>ClusterSide</name>
    <message>
        <source>Clusters and their areas</source>
        <translation>聚类及其地区</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>移到组</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建组…</translation>
    </message>
    <message>
        <source>Save as grouping…</source>
        <translation>另存为分组…</translation>
    </message>
    <message>
        <source>Select areas in the list first</source>
        <translation>请先在列表中选择地区</translation>
    </message>
    <message>
        <source>In no cluster</source>
        <translation>不属于任何聚类</translation>
    </message>
    <message>
        <source>Cell dossier</source>
        <translation>单元格档案</translation>
    </message>
</context>
<context>
    <name>ClusterTable</name>
    <message>
        <source>Tree and heat map of the areas</source>
        <translation>地区的树与热图</translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message>
        <source>Ward</source>
        <translation>Ward</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>k-medoids</source>
        <translation>k-medoids</translation>
    </message>
    <message>
        <source>Computed: {method}</source>
        <translation>计算：{method}</translation>
    </message>
    <message>
        <source>{method}, {count} clusters</source>
        <translation>{method}，{count} 个聚类</translation>
    </message>
    <message>
        <source>Cluster {number}</source>
        <translation>聚类 {number}</translation>
    </message>
    <message>
        <source>in no cluster</source>
        <translation>不属于任何聚类</translation>
    </message>
    <message>
        <source>{area}: {cluster}</source>
        <translation>{area}：{cluster}</translation>
    </message>
    <message>
        <source>{told}; silhouette {width}</source>
        <translation>{told}；轮廓系数 {width}</translation>
    </message>
    <message>
        <source>{told}; not all values are there</source>
        <translation>{told}；数值不全</translation>
    </message>
    <message>
        <source>{told}; {set}: {cluster}</source>
        <translation>{told}；{set}：{cluster}</translation>
    </message>
    <message>
        <source>{cluster} is {area} alone.</source>
        <translation>{cluster} 仅有{area}。</translation>
    </message>
    <message>
        <source>{cluster} holds {count} areas, {area} in their midst.</source>
        <translation>{cluster} 含 {count} 个地区，以{area}居中。</translation>
    </message>
    <message>
        <source>It stands above the others in {traits}.</source>
        <translation>它高于其他聚类之处：{traits}。</translation>
    </message>
    <message>
        <source>It stands below the others in {traits}.</source>
        <translation>它低于其他聚类之处：{traits}。</translation>
    </message>
    <message>
        <source>No difference from the others is larger than chance often makes it.</source>
        <translation>与其他聚类的差异均未超出偶然常见的幅度。</translation>
    </message>
    <message>
        <source>{indicator} ({difference} sd)</source>
        <translation>{indicator}（{difference} 个标准差）</translation>
    </message>
    <message>
        <source>{indicator}: {mean} on average here, {overall} over all; {difference} sd, {chance}</source>
        <translation>{indicator}：此处平均 {mean}，总体 {overall}；相差 {difference} 个标准差，{chance}</translation>
    </message>
    <message>
        <source>{indicator}: {mean} on average here, {overall} over all; {difference} sd, seldom chance</source>
        <translation>{indicator}：此处平均 {mean}，总体 {overall}；相差 {difference} 个标准差，很少出于偶然</translation>
    </message>
    <message>
        <source>which may be chance</source>
        <translation>可能出于偶然</translation>
    </message>
</context>
<context>
    <name>ClustersView</name>
    <message>
        <source>Clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Build the index</source>
        <translation>构建指数</translation>
    </message>
    <message>
        <source>Go to a missing value</source>
        <translation>前往一个缺失值</translation>
    </message>
    <message>
        <source>{page}: {set}</source>
        <translation>{page}：{set}</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Stopped. What is shown is what was found before.</source>
        <translation>已停止。所示为此前的结果。</translation>
    </message>
    <message>
        <source>Clusters need three areas with every value, normalised; {index} has {count}.</source>
        <translation>聚类需要三个数值齐全且已标准化的地区；{index} 有 {count} 个。</translation>
    </message>
    <message>
        <source>Here areas with alike values will stand together.</source>
        <translation>这里将把数值相似的地区排在一起。</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Colour of the group</source>
        <translation>组的颜色</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>其他颜色</translation>
    </message>
    <message>
        <source>#RRGGBB</source>
        <translation>#RRGGBB</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>玫红</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>橄榄绿</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>酒红</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>棕</translation>
    </message>
    <message>
        <source>moss</source>
        <translation>苔绿</translation>
    </message>
    <message>
        <source>by its place</source>
        <translation>按次序</translation>
    </message>
</context>
<context>
    <name>ColourScale</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>颜色范围从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>one distinct value: cannot be normalised</source>
        <translation>只有一个不同的值：无法标准化</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Sort up</source>
        <translation>升序排列</translation>
    </message>
    <message>
        <source>Sort down</source>
        <translation>降序排列</translation>
    </message>
    <message>
        <source>The project&apos;s own order</source>
        <translation>项目自身的顺序</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Part of a name or code</source>
        <translation>名称或代码的一部分</translation>
    </message>
    <message>
        <source>Column to find</source>
        <translation>要查找的列</translation>
    </message>
    <message>
        <source>Columns, ticked where shown</source>
        <translation>各列，已显示的打勾</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Go to column</source>
        <translation>转到该列</translation>
    </message>
    <message>
        <source>Enter goes there · Space shows or hides · Alt+↑ Alt+↓ moves</source>
        <translation>Enter 转到该列 · 空格键显示或隐藏 · Alt+↑ Alt+↓ 移动</translation>
    </message>
    <message>
        <source>{0} of {1} columns shown, {2} found</source>
        <translation>共 {1} 列，显示 {0} 列，找到 {2} 列</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <source>{0} does not use it</source>
        <translation>{0} 不使用它</translation>
    </message>
    <message>
        <source>{0} is ranked now</source>
        <translation>{0} 现在有排名了</translation>
    </message>
    <message>
        <source>No rank changed</source>
        <translation>名次没有变化</translation>
    </message>
    <message>
        <source>This project has no index yet.</source>
        <translation>此项目还没有指数。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0}，另有 {1} 个</translation>
    </message>
</context>
<context>
    <name>CopiesModel</name>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>revised in place</source>
        <translation>就地修订</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已存入</translation>
    </message>
    <message>
        <source>linked, unchanged</source>
        <translation>已链接，未变</translation>
    </message>
    <message>
        <source>changed on disk</source>
        <translation>磁盘上已更改</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>CopyOpener</name>
    <message>
        <source>“{address}” is no address of the web and was not opened. Edit the source if it should be one.</source>
        <translation>“{address}”不是网址，未打开。若应为网址，请编辑该来源。</translation>
    </message>
</context>
<context>
    <name>CountingCard</name>
    <message>
        <source>, less is better</source>
        <translation>，越少越好</translation>
    </message>
    <message>
        <source>{0} → normalised{1}</source>
        <translation>{0} → 标准化{1}</translation>
    </message>
    <message>
        <source>× its weight in the whole index</source>
        <translation>× 在整个指数中的权重</translation>
    </message>
    <message>
        <source>adds to the score of {0}</source>
        <translation>计入{0}的得分</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{0}: new, {1}</source>
        <translation>{0}：新增，{1}</translation>
    </message>
    <message>
        <source>{0}: gone, was {1}</source>
        <translation>{0}：已不存在，原为 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>qualifier</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>lower end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>upper end</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>why it is missing</source>
        <translation>缺失原因</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>cited source</source>
        <translation>引用的来源</translation>
    </message>
    <message>
        <source>role of the source</source>
        <translation>来源的作用</translation>
    </message>
    <message>
        <source>place in the source</source>
        <translation>在来源中的位置</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>said by</source>
        <translation>陈述者</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>审评意见</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审评人</translation>
    </message>
    <message>
        <source>day of the verdict</source>
        <translation>审评日期</translation>
    </message>
    <message>
        <source>comment of the reviewer</source>
        <translation>审评人的说明</translation>
    </message>
    <message>
        <source>proposed value</source>
        <translation>建议的数值</translation>
    </message>
    <message>
        <source>who is wrong</source>
        <translation>谁有误</translation>
    </message>
    <message>
        <source>answer to the reviewer</source>
        <translation>对审评人的答复</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>lies in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>DossierSide</name>
    <message>
        <source>From the value to the rank</source>
        <translation>从数值到排名</translation>
    </message>
    <message>
        <source>What hangs on it</source>
        <translation>此值的影响</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Without this value: {effect}</source>
        <translation>若无此值：{effect}</translation>
    </message>
    <message>
        <source>If it were {value}: {effect}</source>
        <translation>若为 {value}：{effect}</translation>
    </message>
    <message>
        <source>on this cell and period</source>
        <translation>关于此单元格与此时期</translation>
    </message>
    <message>
        <source>on this cell in all periods</source>
        <translation>关于此单元格的所有时期</translation>
    </message>
    <message>
        <source>on this indicator and period</source>
        <translation>关于此指标与此时期</translation>
    </message>
    <message>
        <source>on this indicator</source>
        <translation>关于此指标</translation>
    </message>
    <message>
        <source>on this area</source>
        <translation>关于此地区</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>Dossier</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Here will be everything known of one value. Select a value in the data first.</source>
        <translation>这里将显示关于一个数值的全部信息。请先在数据中选择一个数值。</translation>
    </message>
    <message>
        <source>Go to the data</source>
        <translation>前往数据</translation>
    </message>
    <message>
        <source>Values of the cell</source>
        <translation>此单元格的数值</translation>
    </message>
    <message>
        <source>Something typed into the dossier is not stored yet: send it, or cancel it.</source>
        <translation>档案中有输入的内容尚未保存：请提交或取消。</translation>
    </message>
    <message>
        <source>{area}: {indicator}</source>
        <translation>{area}：{indicator}</translation>
    </message>
</context>
<context>
    <name>EditSourceDialog</name>
    <message>
        <source>Edit the source {0}</source>
        <translation>编辑来源 {0}</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Files and notes name a source by its key, so it stays</source>
        <translation>文件和备注以键指称来源，因此键保持不变</translation>
    </message>
</context>
<context>
    <name>Effect</name>
    <message>
        <source>With it the ranking cannot be computed.</source>
        <translation>采用后将无法计算排名。</translation>
    </message>
    <message>
        <source>{ranks}; score {shift}</source>
        <translation>{ranks}；得分 {shift}</translation>
    </message>
    <message>
        <source>The index would still read another period: {ranks}</source>
        <translation>指数仍会读取另一时期：{ranks}</translation>
    </message>
    <message>
        <source>Not scored, {reason}: {ranks}</source>
        <translation>不计分，{reason}：{ranks}</translation>
    </message>
    <message>
        <source>no rank changes</source>
        <translation>名次不变</translation>
    </message>
    <message>
        <source>{moves} and {count} more</source>
        <translation>{moves}，另有 {count} 个</translation>
    </message>
    <message>
        <source>a bound</source>
        <translation>界限值</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>ExportPictureDialog</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>The preview was stopped; the picture can be saved all the same.</source>
        <translation>预览已停止；图片仍可保存。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>Painting the picture…</source>
        <translation>正在绘制图片……</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation>图片预览</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>Slide, 1280 × 720</source>
        <translation>幻灯片，1280 × 720</translation>
    </message>
    <message>
        <source>A4 page</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A4 page across</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>Column of a paper, 90 mm</source>
        <translation>论文单栏，90 mm</translation>
    </message>
    <message>
        <source>Width of a paper, 180 mm</source>
        <translation>论文通栏，180 mm</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>As high as it needs</source>
        <translation>按需要的高度</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{width} × {height} mm, drawn as lines and text at any size</source>
        <translation>{width} × {height} mm，以线条和文字绘制，可任意缩放</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
</context>
<context>
    <name>FigureField</name>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Filter of {0}</source>
        <translation>{0} 的筛选</translation>
    </message>
</context>
<context>
    <name>GiveVerdictDialog</name>
    <message>
        <source>A reviewer&apos;s verdict</source>
        <translation>审评意见</translation>
    </message>
    <message>
        <source>Keep this verdict</source>
        <translation>保存意见</translation>
    </message>
    <message>
        <source> (in use)</source>
        <translation>（使用中）</translation>
    </message>
    <message>
        <source>As printed: 12.5, &gt; 3, 10–20</source>
        <translation>按原文：12.5、&gt; 3、10–20</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审评人</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Proposed value</source>
        <translation>建议的数值</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Who is wrong</source>
        <translation>谁有误</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Index indicators</source>
        <translation>指数的指标</translation>
    </message>
    <message>
        <source>Show what the index in view uses</source>
        <translation>显示当前指数所用的内容</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Show every area and indicator that has a value</source>
        <translation>显示每个有数值的地区和指标</translation>
    </message>
    <message>
        <source>Show what was known at the end of another period; the index stays as it is</source>
        <translation>显示另一时期末已知的内容；指数保持不变</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters under the headings (Ctrl+Shift+F)</source>
        <translation>标题下方的筛选 (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Show only the rows with such a cell</source>
        <translation>只显示含有此类单元格的行</translation>
    </message>
    <message>
        <source>Show what differs from how it stood before</source>
        <translation>显示与此前状态的差异</translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Period: {0}</source>
        <translation>时期：{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} × {1} ({2} hidden)</source>
        <translation>{0} × {1}（隐藏 {2}）</translation>
    </message>
    <message>
        <source>{0} areas × {1} indicators</source>
        <translation>{0} 个地区 × {1} 个指标</translation>
    </message>
    <message>
        <source>changed since…</source>
        <translation>更改自…</translation>
    </message>
    <message>
        <source>changed since step {0}: {1}</source>
        <translation>自第 {0} 步以来的更改：{1}</translation>
    </message>
    <message>
        <source>uncited</source>
        <translation>未引用</translation>
    </message>
    <message>
        <source>rivals</source>
        <translation>竞争</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Since you last opened this project</source>
        <translation>自上次打开此项目以来</translation>
    </message>
    <message>
        <source>Since the project was made</source>
        <translation>自项目建立以来</translation>
    </message>
    <message>
        <source>Since a date or a step…</source>
        <translation>自某个日期或步骤以来…</translation>
    </message>
    <message>
        <source>Before step {0}: {1}</source>
        <translation>第 {0} 步之前：{1}</translation>
    </message>
    <message>
        <source>Show no changes</source>
        <translation>不显示更改</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>更改自</translation>
    </message>
    <message>
        <source>A date (2026-11-22), a time (2026-11-22T08:00, UTC) or the number of a step</source>
        <translation>日期 (2026-11-22)、时间 (2026-11-22T08:00，UTC) 或步骤编号</translation>
    </message>
    <message>
        <source>As of the index ({0})</source>
        <translation>按指数的时期（{0}）</translation>
    </message>
    <message>
        <source>The latest of each</source>
        <translation>各自最新的数值</translation>
    </message>
</context>
<context>
    <name>GridBlocks</name>
    <message>
        <source>There is nothing on the clipboard to paste</source>
        <translation>剪贴板上没有可粘贴的内容</translation>
    </message>
    <message>
        <source>Cut is not offered: a value moved away from its place would lose its history. Copy it instead.</source>
        <translation>不提供剪切：数值一旦移走便会失去其历史。请改用复制。</translation>
    </message>
    <message>
        <source>{1} put into {0}</source>
        <translation>已将 {1} 填入 {0}</translation>
    </message>
    <message>
        <source>There is no cell above</source>
        <translation>上方没有单元格</translation>
    </message>
    <message>
        <source>This project is open read-only</source>
        <translation>此项目以只读方式打开</translation>
    </message>
    <message>
        <source>Select a cell first</source>
        <translation>请先选择一个单元格</translation>
    </message>
    <message>
        <source>At most {0} cells at once</source>
        <translation>一次最多 {0} 个单元格</translation>
    </message>
    <message>
        <source>Select one rectangle of cells</source>
        <translation>请选择一个矩形的单元格区域</translation>
    </message>
    <message>
        <source>There is nothing to fill from</source>
        <translation>没有可用于填充的内容</translation>
    </message>
    <message>
        <source>A text cannot fill an indicator of numbers, nor a number one of texts</source>
        <translation>文字不能填入数字指标，数字也不能填入文字指标</translation>
    </message>
    <message>
        <source>There is no value to copy</source>
        <translation>没有可复制的数值</translation>
    </message>
    <message>
        <source>Carry the citation?</source>
        <translation>是否带上引用？</translation>
    </message>
    <message>
        <source>Copy the citation together with the value?</source>
        <translation>是否把引用与数值一起复制？</translation>
    </message>
    <message>
        <source>Asked once and remembered; Edit ▸ Fills carry the citation changes it.</source>
        <translation>只询问一次并记住；可在“编辑 ▸ 填充时带上引用”中更改。</translation>
    </message>
    <message>
        <source>With its citation</source>
        <translation>带上引用</translation>
    </message>
    <message>
        <source>Copy the citation too</source>
        <translation>同时复制引用</translation>
    </message>
    <message>
        <source>The value only</source>
        <translation>仅数值</translation>
    </message>
    <message>
        <source>Copy the value without its citation</source>
        <translation>只复制数值，不带引用</translation>
    </message>
    <message>
        <source>, with the citation</source>
        <translation>，带引用</translation>
    </message>
    <message>
        <source>, without the citation</source>
        <translation>，不带引用</translation>
    </message>
    <message>
        <source>Filled {0}</source>
        <translation>已填充 {0}</translation>
    </message>
</context>
<context>
    <name>GridCiting</name>
    <message>
        <source>Nothing was cited yet: cite a source once, then Ctrl+; repeats it</source>
        <translation>尚未引用过来源：先引用一次，之后用 Ctrl+; 重复</translation>
    </message>
    <message>
        <source>This project is open read-only</source>
        <translation>此项目以只读方式打开</translation>
    </message>
    <message>
        <source>No value is selected to cite a source for</source>
        <translation>没有选中要引用来源的数值</translation>
    </message>
    <message>
        <source>{0} cite {1}</source>
        <translation>{0}引用了 {1}</translation>
    </message>
    <message>
        <source>All of them cite {0} already</source>
        <translation>它们都已引用 {0}</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>{0} of {1} indicators have a value, {2} without a source</source>
        <translation>{1} 个指标中有 {0} 个有数值，其中 {2} 个无来源</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Click to sort by name; a third click brings back the project&apos;s order.</source>
        <translation>单击按名称排序；第三次单击恢复项目自身的顺序。</translation>
    </message>
    <message>
        <source>{0} of {1} areas have a value that counts</source>
        <translation>{1} 个地区中有 {0} 个的数值计入</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Values of areas and indicators will stand here. This project has none yet.</source>
        <translation>地区和指标的数值将显示在这里。此项目尚无数值。</translation>
    </message>
    <message>
        <source>Add areas and indicators</source>
        <translation>添加地区和指标</translation>
    </message>
    <message>
        <source>Nothing is selected to copy</source>
        <translation>没有选中可复制的内容</translation>
    </message>
    <message>
        <source>Copied {0}</source>
        <translation>已复制 {0}</translation>
    </message>
    <message>
        <source>A value in the grid is not stored yet: finish it, or leave it with Esc.</source>
        <translation>表格中有一个数值尚未保存：请完成，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Every value of this column has a source</source>
        <translation>此列的每个数值都有来源</translation>
    </message>
    <message>
        <source>Every value of this row has a source</source>
        <translation>此行的每个数值都有来源</translation>
    </message>
    <message>
        <source>Every value here has a source</source>
        <translation>此处的每个数值都有来源</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>编辑数值</translation>
    </message>
    <message>
        <source>Cell dossier</source>
        <translation>单元格档案</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>连同标题复制</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>粘贴…</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
    <message>
        <source>Repeat the last citation</source>
        <translation>重复上一次引用</translation>
    </message>
    <message>
        <source>Cite selection…</source>
        <translation>引用所选…</translation>
    </message>
    <message>
        <source>Mark as missing</source>
        <translation>标为缺失</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>grouping, group, area</source>
        <translation>分组、组、地区</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Name of a new grouping or group</source>
        <translation>新分组或组的名称</translation>
    </message>
    <message>
        <source>What is added</source>
        <translation>所添加的内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the group has in common</source>
        <translation>该组的共同点</translation>
    </message>
    <message>
        <source>Areas in the group</source>
        <translation>组内的地区</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>What it has in common</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>Areas in it</source>
        <translation>组内地区</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Areas stay when their group is removed.</source>
        <translation>移除组时地区保留。</translation>
    </message>
    <message>
        <source>Here will be groupings: areas sorted into named groups, to set beside computed clusters.</source>
        <translation>这里将列出分组：把地区归入有名称的组，以便与计算聚类对照。</translation>
    </message>
    <message>
        <source>Add the first grouping</source>
        <translation>添加第一个分组</translation>
    </message>
    <message>
        <source>{0}   (in {1})</source>
        <translation>{0}   （在{1}中）</translation>
    </message>
    <message>
        <source>new grouping</source>
        <translation>新分组</translation>
    </message>
    <message>
        <source>group of {0}</source>
        <translation>{0}的组</translation>
    </message>
    <message>
        <source>Add a group: type its name, press Enter</source>
        <translation>添加组：输入名称后按 Enter</translation>
    </message>
    <message>
        <source>Add a grouping: type its name, press Enter</source>
        <translation>添加分组：输入名称后按 Enter</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Take back step {0}: {1}</source>
        <translation>撤回第 {0} 步：{1}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>and {0} earlier steps</source>
        <translation>以及更早的 {0} 步</translation>
    </message>
    <message>
        <source>Not changed since the project was made.</source>
        <translation>项目建立以来未曾更改。</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Step {number}, {label}, {time}, {author}</source>
        <translation>第 {number} 步，{label}，{time}，{author}</translation>
    </message>
    <message>
        <source>taken back since</source>
        <translation>此后已撤回</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>The selected cell</source>
        <translation>所选单元格</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only about this area</source>
        <translation>仅关于此地区</translation>
    </message>
    <message>
        <source>Only about this indicator</source>
        <translation>仅关于此指标</translation>
    </message>
    <message>
        <source>Only about this source</source>
        <translation>仅关于此来源</translation>
    </message>
    <message>
        <source>Only by this person</source>
        <translation>仅由此人操作</translation>
    </message>
    <message>
        <source>Show only the steps that touched the cell selected in the data</source>
        <translation>只显示涉及数据中所选单元格的步骤</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>步骤，最新在前</translation>
    </message>
    <message>
        <source>No step touched this.</source>
        <translation>没有步骤涉及此处。</translation>
    </message>
    <message>
        <source>Go to the data</source>
        <translation>前往数据</translation>
    </message>
    <message>
        <source>any area</source>
        <translation>任意地区</translation>
    </message>
    <message>
        <source>any indicator</source>
        <translation>任意指标</translation>
    </message>
    <message>
        <source>any source</source>
        <translation>任意来源</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Here will be every step that is taken in this project: what, by whom, when and why.</source>
        <translation>这里将列出此项目中的每一步：做了什么、由谁、何时、为何。</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>part of an index</source>
        <translation>指数的组成部分</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>审评意见</translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>better</source>
        <translation>优劣</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Name of a new indicator</source>
        <translation>新指标的名称</translation>
    </message>
    <message>
        <source>Add an indicator: type its name, press Enter</source>
        <translation>添加指标：输入名称后按 Enter</translation>
    </message>
    <message>
        <source>Name of the indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Code of the indicator</source>
        <translation>指标代码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>count, CNY, % of households…</source>
        <translation>个数、CNY、占家庭的 %…</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>何者为优</translation>
    </message>
    <message>
        <source>Kind of its values</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Note on the indicator</source>
        <translation>指标备注</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>优劣方向</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>A retired indicator is no longer offered; its values stay. Only what nothing uses goes.</source>
        <translation>停用的指标不再提供选择，其数值保留。只有未被使用的才会被移除。</translation>
    </message>
    <message>
        <source>Here will be the indicators: what is measured of each area, with unit and definition.</source>
        <translation>这里将列出指标：对每个地区测量什么，及其单位和定义。</translation>
    </message>
    <message>
        <source>Add the first indicator</source>
        <translation>添加第一个指标</translation>
    </message>
    <message>
        <source>↑ more is better</source>
        <translation>↑ 越多越好</translation>
    </message>
    <message>
        <source>↓ less is better</source>
        <translation>↓ 越少越好</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>ratings in an order</source>
        <translation>有序评级</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>IndicesPage</name>
    <message>
        <source>index, part, indicator</source>
        <translation>指数、部分、指标</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>stands for</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Indices and their trees</source>
        <translation>指数及其树</translation>
    </message>
    <message>
        <source>Name of a new index, part or indicator of an index</source>
        <translation>新指数、部分或指数指标的名称</translation>
    </message>
    <message>
        <source>What is added</source>
        <translation>所添加的内容</translation>
    </message>
    <message>
        <source>Here will be indices: trees of weighted parts and indicators by which areas are ranked.</source>
        <translation>这里将列出指数：由加权的部分和指标构成的树，用以对地区排名。</translation>
    </message>
    <message>
        <source>Add the first index</source>
        <translation>添加第一个指数</translation>
    </message>
    <message>
        <source>new index</source>
        <translation>新指数</translation>
    </message>
    <message>
        <source>part of {0}</source>
        <translation>{0}的部分</translation>
    </message>
    <message>
        <source>Add an indicator or part by name</source>
        <translation>按名称添加指标或部分</translation>
    </message>
    <message>
        <source>Add an index: type its name, press Enter</source>
        <translation>添加指数：输入名称后按 Enter</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Select a value to see where it comes from, what rivals it and how it counts.</source>
        <translation>选择一个数值，查看它从何而来、与何竞争、如何计入。</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Changed; its own keys are {0}</source>
        <translation>已更改；原有快捷键为 {0}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Part of a name, or keys</source>
        <translation>名称的一部分，或快捷键</translation>
    </message>
    <message>
        <source>Action to find</source>
        <translation>要查找的操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Set keys</source>
        <translation>设置快捷键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Its own keys</source>
        <translation>恢复原有</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Choose an action, then press the keys that it should have.</source>
        <translation>请选择一个操作，然后按下要赋予它的快捷键。</translation>
    </message>
    <message>
        <source>“{0}” has these keys; setting them takes them away from it.</source>
        <translation>“{0}”正使用此快捷键；设置后将从它那里移走。</translation>
    </message>
</context>
<context>
    <name>Lineage</name>
    <message>
        <source>as printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>→ normalised, less is better</source>
        <translation>→ 标准化（越小越好）</translation>
    </message>
    <message>
        <source>→ normalised</source>
        <translation>→ 标准化</translation>
    </message>
    <message>
        <source>× weight of {part} in {whole}</source>
        <translation>× “{part}”在“{whole}”中的权重</translation>
    </message>
    <message>
        <source>all weights together</source>
        <translation>全部权重之积</translation>
    </message>
    <message>
        <source>adds to the score of {area}</source>
        <translation>为{area}的得分增加</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>the rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>the number the index reads</source>
        <translation>指数读取的数值</translation>
    </message>
    <message>
        <source>→ divided by its denominator</source>
        <translation>→ 除以其分母</translation>
    </message>
    <message>
        <source>→ filled in by the recipe</source>
        <translation>→ 由方法填补</translation>
    </message>
    <message>
        <source>→ treated for outliers</source>
        <translation>→ 经异常值处理</translation>
    </message>
    <message>
        <source>The parts of this index are not simply added; this is the value&apos;s share of the score.</source>
        <translation>此指数的各部分并非简单相加；这里是该数值在得分中所占的份额。</translation>
    </message>
    <message>
        <source>Some parts have no value here: their weights go to the others, so this one counts for more.</source>
        <translation>此处有些部分没有数值：其权重分给了其他部分，因此这一部分所占比重更大。</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between clauses</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>LongStep</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Saved a copy as {0}</source>
        <translation>已保存副本 {0}</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>正在打开 {0}……</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Citeria made a mistake. What is stored is as it was. Please report it, with the file {file}.</source>
        <translation>Citeria 出了错。已存储的内容没有改变。请附上文件 {file} 报告此问题。</translation>
    </message>
    <message>
        <source>Closing again leaves it out.</source>
        <translation>再次关闭则将其舍弃。</translation>
    </message>
    <message>
        <source>No project was opened yet</source>
        <translation>尚未打开过项目</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>How {name} becomes points</source>
        <translation>{name}如何换算为分数</translation>
    </message>
    <message>
        <source>Take the logarithm first</source>
        <translation>先取对数</translation>
    </message>
    <message>
        <source>Value of the point</source>
        <translation>点的数值</translation>
    </message>
    <message>
        <source>Its score</source>
        <translation>其分数</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>采用这些点</translation>
    </message>
    <message>
        <source>Try these points</source>
        <translation>试算这些点</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>与其他指标相同</translation>
    </message>
    <message>
        <source>Drop the points: this indicator is normalised as the index does it</source>
        <translation>去除这些点：此指标按指数的方法标准化</translation>
    </message>
    <message>
        <source>The best value becomes the worst</source>
        <translation>最好的值变成最差的值</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Drag the points, or walk with Tab and move with the arrow keys. Double-click or Insert adds a point, Delete removes one. Values beyond the ends keep the score of the end.</source>
        <translation>拖动各点，或用 Tab 切换、方向键移动。双击或按 Insert 添加点，Delete 移除点。超出两端的数值取端点的分数。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>换算为</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>反转方向</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Square root: the first steps count most</source>
        <translation>平方根：起初的增长最重要</translation>
    </message>
    <message>
        <source>Square: the last steps count most</source>
        <translation>平方：最后的增长最重要</translation>
    </message>
    <message>
        <source>Cube</source>
        <translation>立方</translation>
    </message>
    <message>
        <source>Best in the middle</source>
        <translation>居中最好</translation>
    </message>
    <message>
        <source>Best at both ends</source>
        <translation>两端最好</translation>
    </message>
    <message>
        <source>As {name}</source>
        <translation>与“{name}”相同</translation>
    </message>
    <message>
        <source>No other indicator has points of its own</source>
        <translation>没有其他指标有自己的点</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 项</translation>
    </message>
    <message>
        <source>No rank changes.</source>
        <translation>没有名次变化。</translation>
    </message>
</context>
<context>
    <name>MappingPlot</name>
    <message>
        <source>Points that values are mapped to</source>
        <translation>数值换算所用的点</translation>
    </message>
    <message>
        <source>Point {place} of {count}: {value} becomes {score}</source>
        <translation>第 {place} 个点，共 {count} 个：{value} 换算为 {score}</translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Why there is no value</source>
        <translation>为何没有数值</translation>
    </message>
    <message>
        <source>Choose why…</source>
        <translation>选择原因…</translation>
    </message>
    <message>
        <source>{0}: there is no value. Why?</source>
        <translation>{0}：没有数值。为什么？</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge sources</source>
        <translation>合并来源</translation>
    </message>
    <message>
        <source>The sources beside each other</source>
        <translation>并列显示的来源</translation>
    </message>
    <message>
        <source>The source to keep</source>
        <translation>要保留的来源</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Citations of the others: {count}. They, and the notes, copies and whatever else names the others, go to {keep}. Where a value cites both in one role, one citation says what both said. The fields of {keep} stay as they are.</source>
        <translation>其他来源的引用：{count}。它们以及备注、副本等凡指称其他来源之处，都转到 {keep}。若某数值以同一作用引用了两者，则合为一条引用，保留两者的内容。{keep} 的各字段保持不变。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>合并对象</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MergeModel</name>
    <message>
        <source>{key} (kept)</source>
        <translation>{key}（保留）</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>published</source>
        <translation>出版时间</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>出版者</translation>
    </message>
    <message>
        <source>in</source>
        <translation>载于</translation>
    </message>
    <message>
        <source>address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>read on</source>
        <translation>查阅日期</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>citations</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>NameTable</name>
    <message>
        <source>Areas</source>
        <translation>地区</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>What do you begin with?</source>
        <translation>您从什么开始？</translation>
    </message>
    <message>
        <source>You add areas, indicators and an index by name, or read them from a table.</source>
        <translation>按名称添加地区、指标和指数，或从表格读取。</translation>
    </message>
    <message>
        <source>A blank project</source>
        <translation>空白项目</translation>
    </message>
    <message>
        <source>{0}. It holds no areas and no values.</source>
        <translation>{0}。不含地区和数值。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NodeWeight</name>
    <message>
        <source>Weight of {name}</source>
        <translation>{name}的权重</translation>
    </message>
    <message>
        <source>Weights inside {name}</source>
        <translation>{name}内的权重</translation>
    </message>
    <message>
        <source>{name}: weight {weight}</source>
        <translation>{name}：权重 {weight}</translation>
    </message>
    <message>
        <source>, {share} % of the whole it is part of</source>
        <translation>，占所属整体的 {share} %</translation>
    </message>
    <message>
        <source>Enter saves, Esc restores, ↑ ↓ step by 1, with Shift by 5; 12 % asks for that share</source>
        <translation>Enter 保存，Esc 还原，↑ ↓ 步长 1，加 Shift 步长 5；输入 12 % 即要求该份额</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Why this value, what to check, what was decided…</source>
        <translation>为何采用此值、需核查什么、作了何种决定…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ObservationCard</name>
    <message>
        <source>No source is cited for this value yet.</source>
        <translation>此数值尚未引用来源。</translation>
    </message>
    <message>
        <source>printed “{0}”</source>
        <translation>原文“{0}”</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>采用此值</translation>
    </message>
    <message>
        <source>Use this value, {0}</source>
        <translation>采用此值，{0}</translation>
    </message>
    <message>
        <source>Cite a source for {0}</source>
        <translation>引用来源：{0}</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>If used: {0}</source>
        <translation>若采用：{0}</translation>
    </message>
    <message>
        <source>Remove value</source>
        <translation>移除数值</translation>
    </message>
    <message>
        <source>Remove the value {0}</source>
        <translation>移除数值 {0}</translation>
    </message>
</context>
<context>
    <name>OverflowLine</name>
    <message>
        <source>More: {names}</source>
        <translation>更多：{names}</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>要查找的命令</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter does it · Esc leaves</source>
        <translation>↑ ↓ 选择 · Enter 执行 · Esc 离开</translation>
    </message>
    <message>
        <source>No command has these words</source>
        <translation>没有命令包含这些文字</translation>
    </message>
</context>
<context>
    <name>ParallelPage</name>
    <message>
        <source>Parallel</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Drag along an axis to keep a range, drag a title to move its axis; keys: ← → Ctrl+← [ ] Delete.</source>
        <translation>沿轴拖动以保留一个范围，拖动标题以移动该轴；快捷键：← → Ctrl+← [ ] Delete。</translation>
    </message>
    <message>
        <source>{count} of {total} areas lie in the brushed ranges; Space marks, Delete takes a range away.</source>
        <translation>{total} 个地区中有 {count} 个位于所刷选的范围内；空格键标记，Delete 移除范围。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>{told}; {indicator}: {value}</source>
        <translation>{told}；{indicator}：{value}</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
</context>
<context>
    <name>PartMoves</name>
    <message>
        <source>How its parts add up</source>
        <translation>各部分如何合计</translation>
    </message>
    <message>
        <source>Combine with</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Put into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Split into its parts</source>
        <translation>拆分为各部分</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Take out of the index</source>
        <translation>从指数中移除</translation>
    </message>
    <message>
        <source>Parts are put together in the data: go back to them, then try again.</source>
        <translation>合并部分属于数据：请先返回数据，再重试。</translation>
    </message>
    <message>
        <source>Put {part} into {other}</source>
        <translation>将{part}放入{other}</translation>
    </message>
    <message>
        <source>Weighted mean of {part} and {other}…</source>
        <translation>{part}与{other}的加权平均…</translation>
    </message>
    <message>
        <source>Geometric mean of {part} and {other}…</source>
        <translation>{part}与{other}的几何平均…</translation>
    </message>
    <message>
        <source>The larger of {part} and {other}…</source>
        <translation>{part}与{other}中较大者…</translation>
    </message>
    <message>
        <source>The smaller of {part} and {other}…</source>
        <translation>{part}与{other}中较小者…</translation>
    </message>
    <message>
        <source>Weighted mean</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>Geometric mean</source>
        <translation>几何平均</translation>
    </message>
    <message>
        <source>The largest of them</source>
        <translation>其中最大者</translation>
    </message>
    <message>
        <source>The smallest of them</source>
        <translation>其中最小者</translation>
    </message>
    <message>
        <source>{part} and {other}</source>
        <translation>{part}与{other}</translation>
    </message>
    <message>
        <source>What they are together</source>
        <translation>合并后的名称</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Another name for the part</source>
        <translation>该部分的新名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>, citing {0}</source>
        <translation>，引用 {0}</translation>
    </message>
    <message>
        <source>Pasted {0}</source>
        <translation>已粘贴 {0}</translation>
    </message>
    <message>
        <source>The first row and column are headings</source>
        <translation>首行和首列是标题</translation>
    </message>
    <message>
        <source>Cite for all of them (or none): type author, title, year or key</source>
        <translation>为全部数值引用（或不引用）：输入作者、标题、年份或键</translation>
    </message>
    <message>
        <source>Source to cite for all values</source>
        <translation>为全部数值引用的来源</translation>
    </message>
    <message>
        <source>Page or table</source>
        <translation>页码或表格</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading the block…</source>
        <translation>正在读取数据块…</translation>
    </message>
    <message>
        <source>The first {0} rows and {1} columns are shown.</source>
        <translation>显示前 {0} 行和 {1} 列。</translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation>粘贴 {0}</translation>
    </message>
    <message>
        <source>Nothing was pasted</source>
        <translation>未粘贴任何内容</translation>
    </message>
    <message>
        <source>{0} × {1} on the clipboard</source>
        <translation>剪贴板上 {0} × {1}</translation>
    </message>
    <message>
        <source>, {0} × {1} selected</source>
        <translation>，选中 {0} × {1}</translation>
    </message>
    <message>
        <source>Mixed: {0} numbers with a decimal point, {1} with a decimal comma</source>
        <translation>混合：{0} 个数用小数点，{1} 个用小数逗号</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>Numbers are written with a {0}</source>
        <translation>数字使用{0}</translation>
    </message>
    <message>
        <source>Numbers are plain digits, or leave open how they are written</source>
        <translation>数字只有纯数位，或未表明写法</translation>
    </message>
    <message>
        <source>Answer what is open above. Nothing is stored until then.</source>
        <translation>请回答上面的问题。在此之前不保存任何内容。</translation>
    </message>
    <message>
        <source>{0} left out. </source>
        <translation>舍弃 {0}。</translation>
    </message>
    <message>
        <source>{0} stay as they are. </source>
        <translation>{0}保持不变。</translation>
    </message>
    <message>
        <source>{0}. </source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>One step to undo.</source>
        <translation>一步即可撤销。</translation>
    </message>
    <message>
        <source>Nothing to paste.</source>
        <translation>没有可粘贴的内容。</translation>
    </message>
</context>
<context>
    <name>PeersPage</name>
    <message>
        <source>Areas nearest to the one selected</source>
        <translation>与所选地区最相近的地区</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>相近地区</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最相近</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>shared indicators</source>
        <translation>共有指标</translation>
    </message>
    <message>
        <source>differs most in</source>
        <translation>差异最大之处</translation>
    </message>
    <message>
        <source>Nearest to {area}, over the indicators that both have, weighted as in the index.</source>
        <translation>与{area}最相近的地区，依据双方都有的指标，按指数的权重计算。</translation>
    </message>
    <message>
        <source>Select an area that has values to see which areas are most like it.</source>
        <translation>选择一个有数值的地区，查看哪些地区与它最相似。</translation>
    </message>
    <message>
        <source>{area}: {place}; distance {distance} over {count} indicators; differs most in {differs}</source>
        <translation>{area}：{place}；距离 {distance}，依据 {count} 个指标；差异最大之处：{differs}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>{title}, page {number} of {count}</source>
        <translation>{title}，第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>The first {shown} of {all} rows are shown.</source>
        <translation>显示 {all} 行中的前 {shown} 行。</translation>
    </message>
    <message>
        <source>The first {shown} of {all} columns are shown.</source>
        <translation>显示 {all} 列中的前 {shown} 列。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Begin with the project that was open last</source>
        <translation>启动时打开上次的项目</translation>
    </message>
    <message>
        <source>The size holds from the next start of Citeria.</source>
        <translation>大小自下次启动 Citeria 起生效。</translation>
    </message>
    <message>
        <source>Start Citeria again now</source>
        <translation>现在重新启动 Citeria</translation>
    </message>
    <message>
        <source>Everything is stored; the project opens again</source>
        <translation>所有内容均已保存；项目将重新打开</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>{place}: “{after}” needs a decision</source>
        <translation>{place}：“{after}”需要决定</translation>
    </message>
    <message>
        <source>{place}: stays {after}</source>
        <translation>{place}：保持 {after}</translation>
    </message>
    <message>
        <source>{place}: {before} becomes {after}</source>
        <translation>{place}：{before} 变为 {after}</translation>
    </message>
    <message>
        <source>{place}: new, {after}</source>
        <translation>{place}：新增 {after}</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>What the cells will show</source>
        <translation>单元格将显示的内容</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Bars: mean of the cluster minus mean of all, in standard deviations; hollow ones may be chance.</source>
        <translation>条形：聚类均值减总体均值，以标准差为单位；空心条可能出于偶然。</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>mean here</source>
        <translation>此处均值</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>总体均值</translation>
    </message>
    <message>
        <source>difference (sd)</source>
        <translation>差异（标准差）</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Stopped; what is shown rests on the steps done.</source>
        <translation>已停止；所显示的结果依据已完成的步骤。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Mean of all areas</source>
        <translation>所有地区的均值</translation>
    </message>
    <message>
        <source>Mean of {group} ({grouping})</source>
        <translation>{group}的均值（{grouping}）</translation>
    </message>
</context>
<context>
    <name>RankingFilters</name>
    <message>
        <source>Name contains</source>
        <translation>名称包含</translation>
    </message>
    <message>
        <source>Only areas whose name contains this</source>
        <translation>只显示名称包含此文字的地区</translation>
    </message>
    <message>
        <source>score, e.g. 40–60</source>
        <translation>得分，如 40–60</translation>
    </message>
    <message>
        <source>Only areas with a score in this range</source>
        <translation>只显示得分在此范围内的地区</translation>
    </message>
    <message>
        <source>coverage, e.g. 60–100</source>
        <translation>覆盖率，如 60–100</translation>
    </message>
    <message>
        <source>Only areas with this share of the values, in per cent</source>
        <translation>只显示数值占比（百分比）在此范围内的地区</translation>
    </message>
    <message>
        <source>Which part or value a range is for</source>
        <translation>范围针对哪个部分或数值</translation>
    </message>
    <message>
        <source>range, e.g. 10–20</source>
        <translation>范围，如 10–20</translation>
    </message>
    <message>
        <source>Only areas where the part or value chosen lies in this range</source>
        <translation>仅显示所选部分或数值在此范围内的地区</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>in groups</source>
        <translation>按组</translation>
    </message>
    <message>
        <source>Put the rows under their groups, with the means</source>
        <translation>把各行归在所属组下，并显示均值</translation>
    </message>
    <message>
        <source>by their means</source>
        <translation>按均值排列</translation>
    </message>
    <message>
        <source>Put the groups in the order of their means</source>
        <translation>按均值排列各组</translation>
    </message>
    <message>
        <source>best, e.g. 3</source>
        <translation>前几名，如 3</translation>
    </message>
    <message>
        <source>How many rows of each group, or of all; empty shows every one</source>
        <translation>每组或全部显示多少行；留空则全部显示</translation>
    </message>
    <message>
        <source>complete only</source>
        <translation>仅完整</translation>
    </message>
    <message>
        <source>Leave out areas that lack a part</source>
        <translation>舍弃缺少某一部分的地区</translation>
    </message>
    <message>
        <source>ranked only</source>
        <translation>仅有名次</translation>
    </message>
    <message>
        <source>Leave out areas without a rank</source>
        <translation>舍弃没有名次的地区</translation>
    </message>
    <message>
        <source>count ranks anew</source>
        <translation>重新计名次</translation>
    </message>
    <message>
        <source>Rank the areas that are left among themselves</source>
        <translation>只在剩下的地区之间排名</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Order and filters as they were before the last change (Ctrl+Alt+Z)</source>
        <translation>恢复上一次更改前的排序与筛选 (Ctrl+Alt+Z)</translation>
    </message>
    <message>
        <source>No grouping</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Part or value</source>
        <translation>部分或数值</translation>
    </message>
    <message>
        <source>{name}: points</source>
        <translation>{name}：分数</translation>
    </message>
    <message>
        <source>{name}: value</source>
        <translation>{name}：数值</translation>
    </message>
    <message>
        <source>{count} areas left out</source>
        <translation>舍弃 {count} 个地区</translation>
    </message>
    <message>
        <source>Groups shown: {names}</source>
        <translation>显示的组：{names}</translation>
    </message>
    <message>
        <source>Drop the range of {name}</source>
        <translation>取消{name}的范围</translation>
    </message>
</context>
<context>
    <name>RankingHeader</name>
    <message>
        <source>Weight of {name}: {share} %</source>
        <translation>{name}的权重：{share} %</translation>
    </message>
    <message>
        <source>{weight}
Drag, or step with the arrow keys (Shift: by 5), or type a number.
Enter keeps, Esc restores. A drag snaps to 5 %, with Shift to 1 %, with Alt to 0.1 %. L locks.</source>
        <translation>{weight}
拖动，或用方向键逐步调整（Shift：每步 5），或输入数字。
Enter 保留，Esc 还原。拖动时吸附到 5 %，按 Shift 为 1 %，按 Alt 为 0.1 %。L 锁定。</translation>
    </message>
    <message>
        <source>Share of {name} in per cent</source>
        <translation>{name}的份额（百分比）</translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation>解锁{name}</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>锁定{name}</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>收拢{name}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>展开{name}</translation>
    </message>
    <message>
        <source>{name}: from {low} to {high}; half of them from {lower} to {upper}, the median {median}</source>
        <translation>{name}：从 {low} 到 {high}；一半在 {lower} 到 {upper} 之间，中位数 {median}</translation>
    </message>
</context>
<context>
    <name>RankingModel</name>
    <message>
        <source>present</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Places gained or lost since the last step</source>
        <translation>较上一步上升或下降的位次</translation>
    </message>
    <message>
        <source>What each part adds to the score; the line below is the share of values present</source>
        <translation>各部分对得分的贡献；下方的线是现有数值的占比</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>无名次</translation>
    </message>
    <message>
        <source>How many of the index&apos;s values are there; below 65 % the row is marked partial</source>
        <translation>指数的数值有多少已具备；低于 65 % 时该行标为“部分”</translation>
    </message>
    <message>
        <source>The rank that somebody else published, to compare with</source>
        <translation>他人公布的名次，供比较</translation>
    </message>
    <message>
        <source>Between which ranks an area lies if weights and doubtful values were others</source>
        <translation>若权重和存疑数值有所不同，地区所处的名次范围</translation>
    </message>
    <message>
        <source>The rank in every snapshot, and now; the first rank is at the top</source>
        <translation>各快照及现在的名次；第一名在最上方</translation>
    </message>
    <message>
        <source>Places gained or lost against “{snapshot}”</source>
        <translation>较“{snapshot}”上升或下降的位次</translation>
    </message>
    <message>
        <source>Places gained or lost under “{scenario}”</source>
        <translation>在“{scenario}”下上升或下降的位次</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>score by part, coverage below</source>
        <translation>各部分得分，下方为覆盖率</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>RankingStandpoint</name>
    <message>
        <source>Rank intervals</source>
        <translation>名次区间</translation>
    </message>
    <message>
        <source>A path needs a snapshot: take one with “snapshot”.</source>
        <translation>路径需要快照：请用“快照”建立一个。</translation>
    </message>
    <message>
        <source>what is tried</source>
        <translation>试算内容</translation>
    </message>
    <message>
        <source>Select an area first.</source>
        <translation>请先选择一个地区。</translation>
    </message>
    <message>
        <source>With one value alone {part} comes to {points} at most.</source>
        <translation>仅凭一个数值，“{part}”最多达到 {points}。</translation>
    </message>
    <message>
        <source>No value below this part moves it.</source>
        <translation>该部分之下没有数值能改变它。</translation>
    </message>
</context>
<context>
    <name>RankingStrip</name>
    <message>
        <source>Alt+{key}</source>
        <translation>Alt+{key}</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose which areas stand here</source>
        <translation>选择此处显示哪些地区</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sort by one column or by several</source>
        <translation>按一列或多列排序</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Who gives what a part gains; equal weights; reset</source>
        <translation>某部分增加时由谁让出；等权重；重置</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show, hide and move columns</source>
        <translation>显示、隐藏和移动各列</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Write the numbers into the bars</source>
        <translation>在条形中写出数字</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Shrink the rows until all of them fit; selected ones stay</source>
        <translation>缩小行高使所有行都显示；所选行保持原高</translation>
    </message>
    <message>
        <source>Find an area</source>
        <translation>查找地区</translation>
    </message>
    <message>
        <source>Find an area; Enter goes to the next one</source>
        <translation>查找地区；按 Enter 转到下一个</translation>
    </message>
    <message>
        <source>stacked</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Parts one behind the other: the whole is the score</source>
        <translation>各部分首尾相接：整体即为得分</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Every part in its own lane, under its name</source>
        <translation>每个部分各占一列，列于其名称之下</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>The largest part of each area first</source>
        <translation>每个地区最大的部分排在最前</translation>
    </message>
    <message>
        <source>base line ▾</source>
        <translation>基线 ▾</translation>
    </message>
    <message>
        <source>One part of all areas begins at the same line</source>
        <translation>所有地区的某一部分从同一条线开始</translation>
    </message>
    <message>
        <source>against ▾</source>
        <translation>对照 ▾</translation>
    </message>
    <message>
        <source>What each part has more or less than another area, or than a mean</source>
        <translation>各部分与另一地区或均值相比的多少</translation>
    </message>
</context>
<context>
    <name>RankingTable</name>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>The selected area in words</source>
        <translation>所选地区的文字说明</translation>
    </message>
    <message>
        <source>what is tried</source>
        <translation>试算内容</translation>
    </message>
    <message>
        <source>Build the index</source>
        <translation>构建指数</translation>
    </message>
    <message>
        <source>The published order stands at the right.</source>
        <translation>右侧为已公布的次序。</translation>
    </message>
    <message>
        <source>Shown under “{scenario}”; the data are as they were.</source>
        <translation>以情景“{scenario}”显示；数据未变。</translation>
    </message>
    <message>
        <source>Shown as it would be with what is tried; the data are as they were.</source>
        <translation>按试算内容显示；数据未变。</translation>
    </message>
    <message>
        <source>Here the areas of an index stand in the order of their scores.</source>
        <translation>指数的各地区将按得分排列在这里。</translation>
    </message>
    <message>
        <source>Missing: {names}.</source>
        <translation>缺失：{names}。</translation>
    </message>
    <message>
        <source>{0}.</source>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>{area}, {told}</source>
        <translation>{area}，{told}</translation>
    </message>
</context>
<context>
    <name>ReadTableDialog</name>
    <message>
        <source>Read a table</source>
        <translation>读取表格</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件的编码</translation>
    </message>
    <message>
        <source>What parts its columns</source>
        <translation>列的分隔符</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>2024, 2024-03, 2024-Q3 or 2018/2019</source>
        <translation>2024、2024-03、2024-Q3 或 2018/2019</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation>数字写法</translation>
    </message>
    <message>
        <source>Add areas and indicators that are not there yet</source>
        <translation>添加尚不存在的地区和指标</translation>
    </message>
    <message>
        <source>What reading the table does</source>
        <translation>读取此表格的结果</translation>
    </message>
    <message>
        <source>Read this table</source>
        <translation>读取此表格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the encoding of the file, and what parts its columns.</source>
        <translation>选择文件的编码及列的分隔符。</translation>
    </message>
    <message>
        <source>Read as {encoding}. Its first line: {line}</source>
        <translation>按 {encoding} 读取。其首行：{line}</translation>
    </message>
    <message>
        <source>values, a row each</source>
        <translation>数值，每行一个</translation>
    </message>
    <message>
        <source>values, a column each</source>
        <translation>数值，每列一个</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>A table of {kind}: {rows} rows, {encoding}, parted by {mark}.</source>
        <translation>表格类型：{kind}；{rows} 行，{encoding}，以{mark}分隔。</translation>
    </message>
    <message>
        <source>Its first row: {row}</source>
        <translation>其首行：{row}</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>已识别</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>as the table says, else none</source>
        <translation>按表格所示，否则无</translation>
    </message>
    <message>
        <source>so that they have one reading</source>
        <translation>使其只有一种读法</translation>
    </message>
    <message>
        <source>{0}, {1}, column {2}: </source>
        <translation>{0}，{1}，第 {2} 列：</translation>
    </message>
    <message>
        <source>Period, where the table has none</source>
        <translation>时期（表格未注明时）</translation>
    </message>
    <message>
        <source>Source, where the table has none</source>
        <translation>来源（表格未注明时）</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Columns parted by</source>
        <translation>列分隔符</translation>
    </message>
    <message>
        <source>{0} (recognised by its bytes)</source>
        <translation>{0}（按字节识别）</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>no longer in {0}</source>
        <translation>已不在 {0}</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>从此列表移除</translation>
    </message>
    <message>
        <source>Take {0} off the list</source>
        <translation>把 {0} 从列表移除</translation>
    </message>
</context>
<context>
    <name>ReciteDialog</name>
    <message>
        <source>Cite a new edition</source>
        <translation>引用新版</translation>
    </message>
    <message>
        <source>The new edition</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Citations of the old edition</source>
        <translation>旧版的引用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Cite the new edition</source>
        <translation>引用新版</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>所有指标</translation>
    </message>
    <message>
        <source>{count} of {all} citations go to the new edition. Words quoted from the old one stay and are marked to be checked: {quotes}.</source>
        <translation>{all} 条引用中有 {count} 条转到新版。摘自旧版的引文保留，并标为待核查：{quotes}。</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Instead of {old}, cite:</source>
        <translation>不再引用 {old}，改为引用：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>ReciteModel</name>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>role</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>locator</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>new locator</source>
        <translation>新定位</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>The value cites the new edition in this role already: both are joined</source>
        <translation>该数值已以此作用引用新版：两者将合并</translation>
    </message>
</context>
<context>
    <name>Regrouping</name>
    <message>
        <source>Name of the new group</source>
        <translation>新组的名称</translation>
    </message>
    <message>
        <source>Add the group</source>
        <translation>添加组</translation>
    </message>
    <message>
        <source>Name of the grouping</source>
        <translation>分组的名称</translation>
    </message>
    <message>
        <source>Save the grouping</source>
        <translation>保存分组</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Only the {0} selected</source>
        <translation>仅限选中的 {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace in {0}</source>
        <translation>在 {0}中替换</translation>
    </message>
    <message>
        <source>Replaced in {0}</source>
        <translation>已在 {0}中替换</translation>
    </message>
    <message>
        <source>Type what to look for</source>
        <translation>输入要查找的内容</translation>
    </message>
    <message>
        <source>{0} would change in {1}</source>
        <translation>{1}中有 {0}将改变</translation>
    </message>
    <message>
        <source>; at most {0} at once: select fewer</source>
        <translation>；一次最多 {0} 个：请少选一些</translation>
    </message>
    <message>
        <source>; the first {0} are shown</source>
        <translation>；显示前 {0} 个</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>……另有 {count} 个</translation>
    </message>
    <message>
        <source>{0} left as it is, for the result cannot be read:</source>
        <translation>{0}保持原样，因为结果无法读取：</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
</context>
<context>
    <name>Reweighing</name>
    <message>
        <source>{part} keeps its {share} %: no other part can give or take, for all are locked.</source>
        <translation>{part}保持 {share} %：其他部分都已锁定，无法增减。</translation>
    </message>
    <message>
        <source>{part} can have at most {share} %: only its neighbour gives.</source>
        <translation>{part}最多为 {share} %：只有相邻部分让出份额。</translation>
    </message>
    <message>
        <source>{part} can have at most {share} %: the rest is locked.</source>
        <translation>{part}最多为 {share} %：其余部分已锁定。</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search everywhere</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Words in names, notes, quotes, verdicts and sources, in any script</source>
        <translation>名称、备注、引文、审评意见和来源中的词，任何文字均可</translation>
    </message>
    <message>
        <source>Words to search for</source>
        <translation>要搜索的文字</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Every word must occur, also as a part of longer ones; two signs of Chinese do</source>
        <translation>所有词都须出现，也可为较长词的一部分；中文两个字即可</translation>
    </message>
    <message>
        <source>Nothing holds all of “{0}”</source>
        <translation>没有内容包含“{0}”的全部文字</translation>
    </message>
    <message>
        <source>The first {0} of a kind; say more words to see others</source>
        <translation>每类显示前 {0} 项；输入更多文字以查看其他结果</translation>
    </message>
    <message>
        <source>Found: {0}. Enter goes there</source>
        <translation>找到：{0}。按 Enter 前往</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undone: {0}. </source>
        <translation>已撤销：{0}。</translation>
    </message>
    <message>
        <source>Redone: {0}. </source>
        <translation>已重做：{0}。</translation>
    </message>
    <message>
        <source>Changed by another program: {0}</source>
        <translation>被另一程序更改：{0}</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>被另一程序更改</translation>
    </message>
</context>
<context>
    <name>SilhouettePage</name>
    <message>
        <source>Silhouette</source>
        <translation>轮廓系数</translation>
    </message>
    <message>
        <source>A silhouette needs two clusters or more of areas that have every value.</source>
        <translation>轮廓系数需要两个以上的聚类，且其中的地区数值齐全。</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>平均 {value}</translation>
    </message>
    <message>
        <source>a strong structure</source>
        <translation>结构明显</translation>
    </message>
    <message>
        <source>a reasonable structure</source>
        <translation>结构尚可</translation>
    </message>
    <message>
        <source>a weak structure</source>
        <translation>结构较弱</translation>
    </message>
    <message>
        <source>no substantial structure</source>
        <translation>无实质结构</translation>
    </message>
    <message>
        <source>1: far from other clusters; 0: between two; below 0: nearer to another. Mean {mean}: {told}.</source>
        <translation>1：远离其他聚类；0：介于两者之间；小于 0：更接近另一聚类。平均 {mean}：{told}。</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>轮廓系数</translation>
    </message>
</context>
<context>
    <name>SlopeCanvas</name>
    <message>
        <source>Rankings side by side</source>
        <translation>并列显示的排名</translation>
    </message>
</context>
<context>
    <name>SlopeModel</name>
    <message>
        <source>{area}: {ranks}</source>
        <translation>{area}：{ranks}</translation>
    </message>
    <message>
        <source>{ranking} {rank}</source>
        <translation>{ranking} {rank}</translation>
    </message>
    <message>
        <source>not ranked</source>
        <translation>未排名</translation>
    </message>
    <message>
        <source>{ranks}; {change}.</source>
        <translation>{ranks}；{change}。</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>up {places}</source>
        <translation>上升 {places} 位</translation>
    </message>
    <message>
        <source>down {places}</source>
        <translation>下降 {places} 位</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>SlopeView</name>
    <message>
        <source>Slope</source>
        <translation>斜率图</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Which rankings stand side by side</source>
        <translation>并列显示哪些排名</translation>
    </message>
    <message>
        <source>Colours of the lines</source>
        <translation>线条的颜色</translation>
    </message>
    <message>
        <source>moved ≥ </source>
        <translation>变动 ≥ </translation>
    </message>
    <message>
        <source>all areas</source>
        <translation>所有地区</translation>
    </message>
    <message>
        <source>Only areas that moved so many places or more</source>
        <translation>只显示至少变动这么多位的地区</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>A common ground for the areas of each group</source>
        <translation>为每组地区铺设共同的底色</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>All rows in the height there is</source>
        <translation>在现有高度内显示所有行</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The same as a table</source>
        <translation>以表格显示相同内容</translation>
    </message>
    <message>
        <source>Rankings side by side as a table</source>
        <translation>以表格并列显示的排名</translation>
    </message>
    <message>
        <source>The selected area in words</source>
        <translation>所选地区的文字说明</translation>
    </message>
    <message>
        <source>moved up to the next ranking</source>
        <translation>在下一排名中上升</translation>
    </message>
    <message>
        <source>moved down</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Rankings side by side: {names}</source>
        <translation>并列显示的排名：{names}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>出版时间</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Now and scenarios</source>
        <translation>现在与情景</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Colour: up or down</source>
        <translation>颜色：升或降</translation>
    </message>
    <message>
        <source>not ranked</source>
        <translation>未排名</translation>
    </message>
    <message>
        <source>Show the usual rankings</source>
        <translation>显示通常的排名</translation>
    </message>
    <message>
        <source>Build the index</source>
        <translation>构建指数</translation>
    </message>
    <message>
        <source>Here two or more rankings stand side by side, and lines show who rose and who fell.</source>
        <translation>这里并列显示两个或更多排名，连线表示谁升谁降。</translation>
    </message>
    <message>
        <source>Take a snapshot in the ranking, or choose a published ranking above.</source>
        <translation>请在排名中建立快照，或在上方选择已公布的排名。</translation>
    </message>
    <message>
        <source>Choose an area by click or arrow keys; Enter tells why it moved.</source>
        <translation>单击或用方向键选择地区；按 Enter 说明其变动原因。</translation>
    </message>
    <message>
        <source>in “{ranking}”</source>
        <translation>在“{ranking}”中</translation>
    </message>
</context>
<context>
    <name>SourceCopies</name>
    <message>
        <source>Archived copies</source>
        <translation>存档副本</translation>
    </message>
    <message>
        <source>Archive a file…</source>
        <translation>存档文件…</translation>
    </message>
    <message>
        <source>Link a file…</source>
        <translation>链接文件…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>全部校验</translation>
    </message>
    <message>
        <source>Acknowledge the change</source>
        <translation>确认更改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The file stays where it is; its checksum is kept</source>
        <translation>文件留在原处；只保存其校验和</translation>
    </message>
    <message>
        <source>The file is held inside the project; it can also be dropped here</source>
        <translation>文件存入项目之内；也可拖放到此处</translation>
    </message>
    <message>
        <source>Read every byte of every copy in the project and compare checksums</source>
        <translation>读取项目中每个副本的全部字节并比较校验和</translation>
    </message>
    <message>
        <source>No copy is archived yet. Drop a PDF, a saved page or a picture here: it is held inside the project with its checksum, and a citation opens it at its page.</source>
        <translation>尚无存档副本。请把 PDF、保存的网页或图片拖放到此处：它将连同校验和存入项目，引用可直接打开到其页面。</translation>
    </message>
    <message>
        <source>The project holds {size} of archived copies.</source>
        <translation>项目共存有 {size} 的存档副本。</translation>
    </message>
    <message>
        <source>Link a file</source>
        <translation>链接文件</translation>
    </message>
    <message>
        <source>Archive a file</source>
        <translation>存档文件</translation>
    </message>
    <message>
        <source>PDF, pages, pictures, text ({0})</source>
        <translation>PDF、网页、图片、文本 ({0})</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>{0} is archived for this source already, byte for byte</source>
        <translation>{0} 已为此来源存档，逐字节相同</translation>
    </message>
    <message>
        <source>Save the copy as</source>
        <translation>副本另存为</translation>
    </message>
    <message>
        <source>Wrote {name} to {path}</source>
        <translation>已将 {name} 写入 {path}</translation>
    </message>
    <message>
        <source>Comparing checksums…</source>
        <translation>正在比较校验和…</translation>
    </message>
    <message>
        <source>Copies checked: {count}. All are as they were put by.</source>
        <translation>已校验副本：{count} 个。全部与存入时相同。</translation>
    </message>
    <message>
        <source>Copies checked: {count}. Changed, missing or damaged: {bad}.</source>
        <translation>已校验副本：{count} 个。已更改、缺失或损坏：{bad} 个。</translation>
    </message>
</context>
<context>
    <name>SourceDetails</name>
    <message>
        <source>NOTE</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>复制参考文献</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Edit the source</source>
        <translation>编辑此来源</translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation>打开网址</translation>
    </message>
    <message>
        <source>Merge, cite a new edition, delete</source>
        <translation>合并、引用新版、删除</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Merge with another source…</source>
        <translation>与其他来源合并…</translation>
    </message>
    <message>
        <source>Cite a new edition instead…</source>
        <translation>改为引用新版…</translation>
    </message>
    <message>
        <source>Delete this source</source>
        <translation>删除此来源</translation>
    </message>
    <message>
        <source>This source has no address</source>
        <translation>此来源没有网址</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A source needs a title.</source>
        <translation>来源需要标题。</translation>
    </message>
</context>
<context>
    <name>SourceField</name>
    <message>
        <source>Type author, title, year or key</source>
        <translation>输入作者、标题、年份或键</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Matching sources</source>
        <translation>匹配的来源</translation>
    </message>
    <message>
        <source>{0} more: type more of it</source>
        <translation>另有 {0} 个：请多输入一些</translation>
    </message>
    <message>
        <source>Add a new source…
“{0}”</source>
        <translation>添加新来源…
“{0}”</translation>
    </message>
    <message>
        <source>Describe a source not here yet</source>
        <translation>描述尚未收录的来源</translation>
    </message>
</context>
<context>
    <name>SourceFilters</name>
    <message>
        <source>Type of source</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Uncited</source>
        <translation>未引用</translation>
    </message>
    <message>
        <source>No value cites them</source>
        <translation>没有数值引用</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Their update period has passed since they were read</source>
        <translation>自查阅以来已超过更新周期</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>Cited, and not read for more than a year</source>
        <translation>已引用，但一年多未查阅</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>They stand here twice, or have almost the same address</source>
        <translation>重复出现，或网址几乎相同</translation>
    </message>
    <message>
        <source>With a copy</source>
        <translation>有副本</translation>
    </message>
    <message>
        <source>A copy of them is archived</source>
        <translation>已存档副本</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Revised in place, or their linked copy changed or went</source>
        <translation>就地修订，或其链接的副本已更改或丢失</translation>
    </message>
</context>
<context>
    <name>SourceFindings</name>
    <message>
        <source>“{later}” of {day} differs from “{earlier}” of {before} at the same address, with version and date unchanged. Citations that rest on what it said before: {count}.</source>
        <translation>同一网址上，{day} 的“{later}”与 {before} 的“{earlier}”不同，而版本和日期未变。依据先前内容的引用：{count}。</translation>
    </message>
    <message>
        <source>Open the earlier</source>
        <translation>打开先前版本</translation>
    </message>
    <message>
        <source>Open the later</source>
        <translation>打开后来版本</translation>
    </message>
    <message>
        <source>Acknowledge the change</source>
        <translation>确认更改</translation>
    </message>
    <message>
        <source>Cite a new edition…</source>
        <translation>引用新版…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The linked file “{name}” changed on disk.</source>
        <translation>链接的文件“{name}”在磁盘上已更改。</translation>
    </message>
    <message>
        <source>The linked file “{name}” is not there any more: {place}</source>
        <translation>链接的文件“{name}”已不在原处：{place}</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>移除链接</translation>
    </message>
    <message>
        <source>The bytes of “{name}” are not those put by.</source>
        <translation>“{name}”的字节与存入时不同。</translation>
    </message>
    <message>
        <source>It stands here twice, as {others}: {reasons}.</source>
        <translation>它重复出现，另见 {others}：{reasons}。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>{other} has almost the same address: one of them may be mistyped.</source>
        <translation>{other} 的网址几乎相同：其中之一可能有误。</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>比较并合并…</translation>
    </message>
    <message>
        <source>Read today</source>
        <translation>今天已查阅</translation>
    </message>
    <message>
        <source>It is updated regularly, and nobody has noted when it was read.</source>
        <translation>它会定期更新，但尚未记录查阅日期。</translation>
    </message>
    <message>
        <source>Due for a refresh since {since}: read on {read}.</source>
        <translation>自 {since} 起应予更新：查阅于 {read}。</translation>
    </message>
    <message>
        <source>the same ISBN</source>
        <translation>ISBN 相同</translation>
    </message>
    <message>
        <source>the same DOI</source>
        <translation>DOI 相同</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>网址相同</translation>
    </message>
    <message>
        <source>the same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <source>almost the same address</source>
        <translation>网址几乎相同</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Riemer, Kai; Peter, Sandra; or an organisation</source>
        <translation>Riemer, Kai; Peter, Sandra；或一个组织</translation>
    </message>
    <message>
        <source>2020, or 2020-07-08</source>
        <translation>2020，或 2020-07-08</translation>
    </message>
    <message>
        <source>Address of the page or file</source>
        <translation>网页或文件的地址</translation>
    </message>
    <message>
        <source>The day it was read: 2026-11-22</source>
        <translation>阅读日期：2026-11-22</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>出版者</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>出版时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Accessed</source>
        <translation>访问日期</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>No address</source>
        <translation>无网址</translation>
    </message>
    <message>
        <source>{source}, {title}, {kind}, cited {count} times</source>
        <translation>{source}，{title}，{kind}，被引用 {count} 次</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>cited</source>
        <translation>被引</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>SourceUpkeep</name>
    <message>
        <source>Reliability of the data</source>
        <translation>数据的可靠性</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>verified, from measurements</source>
        <translation>经核实，来自测量</translation>
    </message>
    <message>
        <source>“{text}” is no number of days. Write one such as 365, or leave it empty.</source>
        <translation>“{text}”不是天数。请写如 365，或留空。</translation>
    </message>
</context>
<context>
    <name>SourceUses</name>
    <message>
        <source>Open at its place</source>
        <translation>打开所在位置</translation>
    </message>
    <message>
        <source>The archived copy, else the address, at the page or the words cited (Ctrl+Enter)</source>
        <translation>打开存档副本，若无则打开网址，并定位到所引的页面或文字 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cells that cite this source</source>
        <translation>引用此来源的单元格</translation>
    </message>
    <message>
        <source>CITED BY {count} VALUES</source>
        <translation>被 {count} 个数值引用</translation>
    </message>
    <message>
        <source>CITED BY {count} VALUE</source>
        <translation>被 {count} 个数值引用</translation>
    </message>
    <message>
        <source>NO VALUE CITES THIS SOURCE YET</source>
        <translation>尚无数值引用此来源</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Something typed about a source is not stored yet: mend it, or leave it with Esc.</source>
        <translation>来源的某项输入尚未保存：请修正，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Filter by author, title, year, publisher or key</source>
        <translation>按作者、标题、年份、出版者或键筛选</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>筛选来源</translation>
    </message>
    <message>
        <source>Here will be every source that a value cites. Add the first one, or cite one at a value.</source>
        <translation>这里将列出数值所引用的每个来源。请添加第一个，或在数值处引用一个。</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{total} 个中显示 {shown} 个</translation>
    </message>
    <message>
        <source>Show all sources</source>
        <translation>显示所有来源</translation>
    </message>
    <message>
        <source>No source holds all of “{text}”.</source>
        <translation>没有来源同时包含“{text}”。</translation>
    </message>
    <message>
        <source>No source passes these filters.</source>
        <translation>没有来源符合这些筛选条件。</translation>
    </message>
</context>
<context>
    <name>StabilityPage</name>
    <message>
        <source>Drawing bootstrap samples</source>
        <translation>正在抽取自助样本</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>doubtful below</source>
        <translation>低于则存疑</translation>
    </message>
    <message>
        <source>stable above</source>
        <translation>高于则稳定</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>in between</source>
        <translation>介于两者之间</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>What people grouped is not found by a method, so it cannot be sought again in samples.</source>
        <translation>人为划分的分组并非由方法求得，无法在样本中重新求取。</translation>
    </message>
    <message>
        <source>Mean Jaccard similarity of each cluster with its best match in {count} bootstrap samples of the areas.</source>
        <translation>每个聚类与其在 {count} 个地区自助样本中最佳匹配的平均 Jaccard 相似度。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不可知</translation>
    </message>
    <message>
        <source>{cluster}: {figure}. {areas}</source>
        <translation>{cluster}：{figure}。{areas}</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>地区</translation>
    </message>
</context>
<context>
    <name>StandpointStrip</name>
    <message>
        <source>What changes are counted against</source>
        <translation>变化所对照的基准</translation>
    </message>
    <message>
        <source>snapshot ▾</source>
        <translation>快照 ▾</translation>
    </message>
    <message>
        <source>Take, rename or delete a snapshot</source>
        <translation>建立、重命名或删除快照</translation>
    </message>
    <message>
        <source>What the ranking is shown under</source>
        <translation>排名所依据的情景</translation>
    </message>
    <message>
        <source>scenario ▾</source>
        <translation>情景 ▾</translation>
    </message>
    <message>
        <source>Keep, adopt, rename or delete a scenario</source>
        <translation>保存、采用、重命名或删除情景</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>What if a value of the selected area were another (W)</source>
        <translation>若所选地区的某个数值改变，结果如何 (W)</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>The rank in every snapshot, beside the rank</source>
        <translation>在名次旁显示各快照中的名次</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Between which ranks each area lies if weights and doubtful values were others</source>
        <translation>若权重和存疑数值有所不同，各地区所处的名次范围</translation>
    </message>
    <message>
        <source>verify next</source>
        <translation>优先核实</translation>
    </message>
    <message>
        <source>Which doubtful value to verify first</source>
        <translation>应先核实哪个存疑数值</translation>
    </message>
    <message>
        <source>Δ since the last step</source>
        <translation>Δ 较上一步</translation>
    </message>
    <message>
        <source>Δ against “{name}”</source>
        <translation>Δ 较“{name}”</translation>
    </message>
    <message>
        <source>Δ against scenario “{name}”</source>
        <translation>Δ 较情景“{name}”</translation>
    </message>
    <message>
        <source>the data as they are</source>
        <translation>实际数据</translation>
    </message>
    <message>
        <source>scenario “{name}”</source>
        <translation>情景“{name}”</translation>
    </message>
    <message>
        <source>what is being tried</source>
        <translation>试算内容</translation>
    </message>
    <message>
        <source>Snapshot {number}</source>
        <translation>快照 {number}</translation>
    </message>
    <message>
        <source>Keep the ranking as it stands, as</source>
        <translation>将当前排名保存为</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>建立快照</translation>
    </message>
    <message>
        <source>Take a snapshot…</source>
        <translation>建立快照…</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>重命名“{name}”…</translation>
    </message>
    <message>
        <source>Describe “{name}”…</source>
        <translation>说明“{name}”…</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
    <message>
        <source>Another name for the snapshot</source>
        <translation>快照的新名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>What the snapshot is</source>
        <translation>快照的说明</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Scenario {number}</source>
        <translation>情景 {number}</translation>
    </message>
    <message>
        <source>Keep what is tried as a scenario, as</source>
        <translation>将试算内容保存为情景</translation>
    </message>
    <message>
        <source>Keep scenario</source>
        <translation>保存情景</translation>
    </message>
    <message>
        <source>Back to the data as they are</source>
        <translation>回到实际数据</translation>
    </message>
    <message>
        <source>Keep as a scenario…</source>
        <translation>保存为情景…</translation>
    </message>
    <message>
        <source>Take back the last try</source>
        <translation>撤回上一次试算</translation>
    </message>
    <message>
        <source>Try weights, methods and values</source>
        <translation>试算权重、方法和数值</translation>
    </message>
    <message>
        <source>Keep the present weights as a scenario…</source>
        <translation>将当前权重保存为情景…</translation>
    </message>
    <message>
        <source>Keep in “{name}”</source>
        <translation>存入“{name}”</translation>
    </message>
    <message>
        <source>Adopt the weights</source>
        <translation>采用这些权重</translation>
    </message>
    <message>
        <source>Adopt the weights and the method</source>
        <translation>采用这些权重和方法</translation>
    </message>
    <message>
        <source>Adopt the method</source>
        <translation>采用此方法</translation>
    </message>
    <message>
        <source>Why they are adopted (the history keeps it; may stay empty)</source>
        <translation>采用的理由（保存在历史记录中，可以留空）</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What the scenario is</source>
        <translation>情景的说明</translation>
    </message>
    <message>
        <source>Another name for the scenario</source>
        <translation>情景的新名称</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Stop computing</source>
        <translation>停止计算</translation>
    </message>
    <message>
        <source>selection: {0}</source>
        <translation>选中：{0}</translation>
    </message>
    <message>
        <source>{job} {share} %</source>
        <translation>{job} {share} %</translation>
    </message>
    <message>
        <source>{job}…</source>
        <translation>{job}……</translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message>
        <source>This step</source>
        <translation>此步骤</translation>
    </message>
    <message>
        <source>All since</source>
        <translation>此后全部</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>From step {0} to step {1}</source>
        <translation>从第 {0} 步到第 {1} 步</translation>
    </message>
    <message>
        <source>What differs between the project after the one and after the other.</source>
        <translation>这两步之后项目之间的差异。</translation>
    </message>
    <message>
        <source>taken back since</source>
        <translation>此后已撤回</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>The first {0} of {1} changes</source>
        <translation>{1} 项更改中的前 {0} 项</translation>
    </message>
    <message>
        <source>Changes: {0}</source>
        <translation>更改：{0}</translation>
    </message>
    <message>
        <source>What this step changed</source>
        <translation>此步骤更改的内容</translation>
    </message>
    <message>
        <source>What differs between the project after this step and now</source>
        <translation>此步骤之后与现在的项目之间的差异</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改的内容</translation>
    </message>
    <message>
        <source>Why is it taken back?</source>
        <translation>为何撤回？</translation>
    </message>
    <message>
        <source>Reason for taking the step back</source>
        <translation>撤回此步骤的原因</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>inside {name}</source>
        <translation>在{name}内</translation>
    </message>
</context>
<context>
    <name>StructureDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>StructurePage</name>
    <message>
        <source>Cell dossier</source>
        <translation>单元格档案</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>移除	Del</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move out of what it lies in</source>
        <translation>移出所在层级</translation>
    </message>
    <message>
        <source>Move into the one above</source>
        <translation>移入上一项</translation>
    </message>
</context>
<context>
    <name>StructureView</name>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>读取表格…</translation>
    </message>
    <message>
        <source>Something typed into the structure is not stored yet: mend it, or leave it with Esc.</source>
        <translation>结构中输入的内容尚未保存：请修正，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>指数</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Index in view</source>
        <translation>当前指数</translation>
    </message>
    <message>
        <source>Find   Ctrl+F</source>
        <translation>查找   Ctrl+F</translation>
    </message>
    <message>
        <source>Find a name or value: Enter goes to the next one, Shift+Enter to the one before</source>
        <translation>查找名称或数值：Enter 到下一个，Shift+Enter 到上一个</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0}“{1}”</translation>
    </message>
</context>
<context>
    <name>TreePage</name>
    <message>
        <source>All rows at once</source>
        <translation>一次显示所有行</translation>
    </message>
    <message>
        <source>Rows as low as it takes to see the whole tree</source>
        <translation>压低行高以显示整棵树</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>{count} clusters</source>
        <translation>{count} 个聚类</translation>
    </message>
</context>
<context>
    <name>UnreadableQuestion</name>
    <message>
        <source>Leave these cells as they are</source>
        <translation>这些单元格保持不变</translation>
    </message>
    <message>
        <source> The first {0} are listed.</source>
        <translation> 列出前 {0} 个。</translation>
    </message>
    <message>
        <source>{0} cannot be taken.</source>
        <translation>{0}无法采用。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>Row {row}, column {column} ({indicator})</source>
        <translation>第 {row} 行，第 {column} 列（{indicator}）</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}：{problem}</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>As printed: 12.5, &gt; 3, 10–20</source>
        <translation>按原文：12.5、&gt; 3、10–20</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>2020, 2020-Q3, undated</source>
        <translation>2020、2020-Q3、undated</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Page, table or paragraph</source>
        <translation>页码、表格或段落</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>The words that state it</source>
        <translation>陈述该数值的原文</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Where does it stand? Choose a source, or press Ctrl+Enter again to store it without one.</source>
        <translation>它出自何处？请选择来源，或再按 Ctrl+Enter 不带来源保存。</translation>
    </message>
    <message>
        <source>Add this value</source>
        <translation>添加此数值</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Add without a source</source>
        <translation>不带来源添加</translation>
    </message>
</context>
<context>
    <name>ValueTable</name>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>{reviewer} proposes {value}</source>
        <translation>{reviewer} 建议改为 {value}</translation>
    </message>
    <message>
        <source>{reviewer} accepts this value</source>
        <translation>{reviewer} 认可此数值</translation>
    </message>
    <message>
        <source>{reviewer} asks about this value</source>
        <translation>{reviewer} 对此数值有疑问</translation>
    </message>
    <message>
        <source>{reviewer} rejects this value</source>
        <translation>{reviewer} 不认可此数值</translation>
    </message>
    <message>
        <source>on {value}</source>
        <translation>针对 {value}</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The value was changed since. What was judged: {judged}</source>
        <translation>此后数值已有改动。当时评判的是：{judged}</translation>
    </message>
    <message>
        <source>{name} answered: {answer}</source>
        <translation>{name} 答复：{answer}</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>等待答复</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>修改答复</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answer the verdict of {0}</source>
        <translation>答复 {0} 的意见</translation>
    </message>
    <message>
        <source>Enter {0} as another value</source>
        <translation>将 {0} 录入为另一数值</translation>
    </message>
    <message>
        <source>Enter this value</source>
        <translation>录入此数值</translation>
    </message>
    <message>
        <source>Withdraw the verdict of {0}</source>
        <translation>撤回 {0} 的意见</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>sources disagree</source>
        <translation>来源不一致</translation>
    </message>
    <message>
        <source>a range</source>
        <translation>范围值</translation>
    </message>
    <message>
        <source>a bound</source>
        <translation>界限值</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>not final</source>
        <translation>非最终值</translation>
    </message>
    <message>
        <source>uncited</source>
        <translation>未引用</translation>
    </message>
    <message>
        <source>weak source</source>
        <translation>来源较弱</translation>
    </message>
</context>
<context>
    <name>VerifyModel</name>
    <message>
        <source>{area}, {indicator}: {why}; expected to move it by {expected} ranks, at most by {largest}, and all others together by {ripple}.</source>
        <translation>{area}，{indicator}：{why}；预计使其变动 {expected} 位，至多 {largest} 位，其他地区合计 {ripple} 位。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>名次</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Verify next</source>
        <translation>优先核实</translation>
    </message>
    <message>
        <source>Doubtful values, the one that could move ranks most first</source>
        <translation>存疑数值，对名次影响最大者在前</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No value of this index is in doubt.</source>
        <translation>此指数没有存疑数值。</translation>
    </message>
    <message>
        <source>{count} values are in doubt; none of them can move a rank.</source>
        <translation>{count} 个数值存疑；均不会使名次变动。</translation>
    </message>
    <message>
        <source>{count} values are in doubt. Ranks: how far the truth is expected to move the area.</source>
        <translation>{count} 个数值存疑。名次：真实数值预计使该地区变动的位数。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>WaysToPoints</name>
    <message>
        <source>Find the values</source>
        <translation>求数值</translation>
    </message>
    <message>
        <source>Values that could do it</source>
        <translation>可以做到的数值</translation>
    </message>
    <message>
        <source>for {part} to add</source>
        <translation>使“{part}”贡献</translation>
    </message>
    <message>
        <source>Points that {part} is to add</source>
        <translation>“{part}”应贡献的分数</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{value} ({points})</source>
        <translation>{value}（{points}）</translation>
    </message>
    <message>
        <source>One of these alone: {ways}.</source>
        <translation>单独改变其中之一即可：{ways}。</translation>
    </message>
    <message>
        <source>Not enough alone: {ways}.</source>
        <translation>单独不足：{ways}。</translation>
    </message>
    <message>
        <source>No value below this part moves it.</source>
        <translation>该部分之下没有数值能改变它。</translation>
    </message>
    <message>
        <source>{value} {present} → {tried}</source>
        <translation>{value} {present} → {tried}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weights are relative; sum {total}</source>
        <translation>权重是相对值；合计 {total}</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Projects you open will be listed here.</source>
        <translation>您打开的项目将列在这里。</translation>
    </message>
    <message>
        <source>Maintain an index of cities: every number cited, every rank explained.</source>
        <translation>维护城市指数：每个数字都有引用，每个名次都有解释。</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>or drop a *.citeria file here</source>
        <translation>或把 *.citeria 文件拖到这里</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>What if a value were another</source>
        <translation>若某个数值改变</translation>
    </message>
    <message>
        <source>Which value</source>
        <translation>哪个数值</translation>
    </message>
    <message>
        <source>The value to try</source>
        <translation>要试算的数值</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>The rank to reach</source>
        <translation>要达到的名次</translation>
    </message>
    <message>
        <source>Find the value</source>
        <translation>求数值</translation>
    </message>
    <message>
        <source>Keep as a scenario…</source>
        <translation>保存为情景…</translation>
    </message>
    <message>
        <source>Open the value</source>
        <translation>打开数值</translation>
    </message>
    <message>
        <source>Go to the cell, where a value is entered with its source</source>
        <translation>转到单元格，在那里输入数值及其来源</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Show what was shown before; nothing is written</source>
        <translation>显示之前的内容；不写入任何数据</translation>
    </message>
    <message>
        <source>to reach rank</source>
        <translation>要达到的名次</translation>
    </message>
    <message>
        <source>What if, for {area}</source>
        <translation>假设分析：{area}</translation>
    </message>
    <message>
        <source>in the data: {value} {unit}</source>
        <translation>数据中：{value} {unit}</translation>
    </message>
    <message>
        <source>in the data: {value}</source>
        <translation>数据中：{value}</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write one such as 1234.5.</source>
        <translation>“{text}”不是数字。请写如 1234.5。</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>无名次</translation>
    </message>
    <message>
        <source>Rank {before} by the data, {after} with what is tried. Nothing is written.</source>
        <translation>按数据为第 {before} 名，按试算内容为第 {after} 名。未写入任何内容。</translation>
    </message>
    <message>
        <source>Rank {rank} by the data.</source>
        <translation>按数据为第 {rank} 名。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No value of {indicator} brings {area} to rank {rank}, all others as they stand.</source>
        <translation>其他数值不变时，{indicator}的任何数值都无法使{area}达到第 {rank} 名。</translation>
    </message>
    <message>
        <source>{value} gives rank {rank}</source>
        <translation>{value} 可达到第 {rank} 名</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>no rank</source>
        <translation>无名次</translation>
    </message>
    <message>
        <source>{area}: {before} {then}, {after} {now}.</source>
        <translation>{area}：{then} {before}，{now} {after}。</translation>
    </message>
    <message>
        <source>in “{snapshot}”</source>
        <translation>在“{snapshot}”中</translation>
    </message>
    <message>
        <source>by the data</source>
        <translation>按数据</translation>
    </message>
    <message>
        <source>before the last step</source>
        <translation>上一步之前</translation>
    </message>
    <message>
        <source>under “{scenario}”</source>
        <translation>在“{scenario}”下</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Areas that take part</source>
        <translation>参与排名的地区</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>共同作用</translation>
    </message>
    <message>
        <source>New in the ranking: {areas}.</source>
        <translation>新进入排名：{areas}。</translation>
    </message>
    <message>
        <source>No longer in the ranking: {areas}.</source>
        <translation>不再参与排名：{areas}。</translation>
    </message>
    <message>
        <source>Some of these inputs can only be changed together; they share their effect evenly.</source>
        <translation>其中一些输入只能一起更改；它们平分所产生的影响。</translation>
    </message>
    <message>
        <source>{count} more inputs changed that were not tried one by one.</source>
        <translation>另有 {count} 项更改的输入未逐一试算。</translation>
    </message>
    <message>
        <source>Nothing that this area&apos;s score rests on has changed.</source>
        <translation>此地区得分所依据的内容没有变化。</translation>
    </message>
    <message>
        <source>Weight of {node}</source>
        <translation>{node}的权重</translation>
    </message>
    <message>
        <source>{indicator} of {area}</source>
        <translation>{area}的{indicator}</translation>
    </message>
    <message>
        <source>no rank with this alone</source>
        <translation>仅此更改则无名次</translation>
    </message>
    <message>
        <source>{places} places, {points} points</source>
        <translation>{places} 位，{points} 分</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why an area moved</source>
        <translation>地区变动的原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>There is nothing to compare with here: take a snapshot, or change a value.</source>
        <translation>这里没有可比较的内容：请建立快照，或更改一个数值。</translation>
    </message>
    <message>
        <source>What changed, and what each does alone</source>
        <translation>更改的内容及各自单独的作用</translation>
    </message>
    <message>
        <source>And {count} more with less effect.</source>
        <translation>另有 {count} 项作用较小。</translation>
    </message>
    <message>
        <source>places</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Go to the value</source>
        <translation>转到该数值</translation>
    </message>
    <message>
        <source>Go to {value}</source>
        <translation>转到 {value}</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Redoing…</source>
        <translation>正在重做…</translation>
    </message>
    <message>
        <source>Something typed into the inspector is not stored yet: send it, or cancel it.</source>
        <translation>检查器中输入的内容尚未保存：请提交或取消。</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>This file cannot be written; save a copy to edit it</source>
        <translation>此文件不可写；请保存副本后编辑</translation>
    </message>
    <message>
        <source>What is typed in the inspector is stored when it is sent, or when you leave the note</source>
        <translation>检查器中输入的内容在提交或离开备注时保存</translation>
    </message>
    <message>
        <source>Draft not stored yet</source>
        <translation>草稿尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Every edit is saved as it is made</source>
        <translation>每次编辑都即时保存</translation>
    </message>
</context>
<context>
    <name>_VerdictForm</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why; the history keeps it</source>
        <translation>原因；会保存在历史中</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Export workbook…</source>
        <translation>导出工作簿…</translation>
    </message>
    <message>
        <source>Import sources…</source>
        <translation>导入来源…</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>读取表格…</translation>
    </message>
    <message>
        <source>Save table as CSV…</source>
        <translation>将表格另存为 CSV…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>连同标题复制</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>粘贴…</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
    <message>
        <source>Copy from above</source>
        <translation>从上方复制</translation>
    </message>
    <message>
        <source>Repeat the last citation</source>
        <translation>重复上一次引用</translation>
    </message>
    <message>
        <source>Cite selection…</source>
        <translation>引用所选…</translation>
    </message>
    <message>
        <source>Fills carry the citation</source>
        <translation>填充时带上引用</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>编辑数值</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Search everywhere…</source>
        <translation>全局搜索…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Next value without a source</source>
        <translation>下一个没有来源的数值</translation>
    </message>
    <message>
        <source>Next without a source in this column</source>
        <translation>此列中下一个无来源的数值</translation>
    </message>
    <message>
        <source>Next without a source in this row</source>
        <translation>此行中下一个无来源的数值</translation>
    </message>
    <message>
        <source>Take a snapshot of the ranking…</source>
        <translation>建立排名快照…</translation>
    </message>
    <message>
        <source>What if a value were another…</source>
        <translation>若某个数值改变…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率图</translation>
    </message>
    <message>
        <source>Keep a reviewer&apos;s verdict…</source>
        <translation>记录审评意见…</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Clusters: tree and heat map</source>
        <translation>聚类：树与热图</translation>
    </message>
    <message>
        <source>Clusters: biplot</source>
        <translation>聚类：双标图</translation>
    </message>
    <message>
        <source>Clusters: parallel axes</source>
        <translation>聚类：平行坐标</translation>
    </message>
    <message>
        <source>Clusters: silhouettes</source>
        <translation>聚类：轮廓系数</translation>
    </message>
    <message>
        <source>Clusters: what sets a cluster apart</source>
        <translation>聚类：各类的特征</translation>
    </message>
    <message>
        <source>Clusters: how many</source>
        <translation>聚类：聚类数目</translation>
    </message>
    <message>
        <source>Clusters: stability</source>
        <translation>聚类：稳定性</translation>
    </message>
    <message>
        <source>Clusters: agreement of two sets</source>
        <translation>聚类：两种划分的一致性</translation>
    </message>
    <message>
        <source>Clusters: peers of an area</source>
        <translation>聚类：相近地区</translation>
    </message>
    <message>
        <source>Structure: areas</source>
        <translation>结构：地区</translation>
    </message>
    <message>
        <source>Structure: indicators</source>
        <translation>结构：指标</translation>
    </message>
    <message>
        <source>Structure: groupings</source>
        <translation>结构：分组</translation>
    </message>
    <message>
        <source>Structure: indices and their trees</source>
        <translation>结构：指数及其树</translation>
    </message>
    <message>
        <source>Cell dossier</source>
        <translation>单元格档案</translation>
    </message>
    <message>
        <source>Live ranking</source>
        <translation>实时排名</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>As of another period…</source>
        <translation>截至另一时期…</translation>
    </message>
    <message>
        <source>Changed since…</source>
        <translation>更改自…</translation>
    </message>
    <message>
        <source>Indicators of the index</source>
        <translation>指数的指标</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>命令…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>回到上一视图</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Citeria</source>
        <translation>关于 Citeria</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation>请先打开项目</translation>
    </message>
    <message>
        <source>This project is open read-only</source>
        <translation>此项目以只读方式打开</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的内容</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的内容</translation>
    </message>
    <message>
        <source>This project has no index yet</source>
        <translation>此项目还没有指数</translation>
    </message>
    <message>
        <source>Open the Data view first</source>
        <translation>请先打开“数据”视图</translation>
    </message>
    <message>
        <source>Open the Data view of a project that can be written</source>
        <translation>请打开可写项目的“数据”视图</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>This could not be computed: Citeria made a mistake. What is stored is as it was; please report it.</source>
        <translation>无法计算：Citeria 出了错。已存储的内容没有改变；请报告此问题。</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source> Its times are among {0}.</source>
        <translation>其时间包括 {0}。</translation>
    </message>
    <message>
        <source>0 is not allowed; the mean of power 0 is “geometric”.</source>
        <translation>不允许 0；幂为 0 的均值是“geometric”。</translation>
    </message>
    <message>
        <source>A bitmap of {width} × {height} pixels is too large to be written. Choose a smaller size or scale, or SVG or PDF, which have no pixels.</source>
        <translation>{width} × {height} 像素的位图太大，无法写入。请选择较小的尺寸或倍率，或选择没有像素的 SVG 或 PDF。</translation>
    </message>
    <message>
        <source>A note has to be about something: an area, an indicator, both (with or without a period), an indicator in a period, an observation or a source. Name it.</source>
        <translation>备注必须有所指：一个地区、一个指标、两者（带或不带时期）、某时期的指标、一个观测值或一个来源。请指明。</translation>
    </message>
    <message>
        <source>A range needs its lower and its upper end, in this order ({low} to {high}). Type it as “low–high”.</source>
        <translation>范围需要下限和上限，且按此顺序（{low} 到 {high}）。请写成“下限–上限”。</translation>
    </message>
    <message>
        <source>A value may have at most {most} characters; the text for “{indicator}” has {found}. Put it into a note, or keep it with its source as an archived copy.</source>
        <translation>数值最多 {most} 个字符；“{indicator}”的文字有 {found} 个。请写入备注，或作为存档副本随其来源保存。</translation>
    </message>
    <message>
        <source>Acknowledge the change of {0} of {1}</source>
        <translation>确认 {1} 的 {0} 已变更</translation>
    </message>
    <message>
        <source>Add area {0}</source>
        <translation>添加地区 {0}</translation>
    </message>
    <message>
        <source>Add grouping {0}</source>
        <translation>添加分组 {0}</translation>
    </message>
    <message>
        <source>Add index {0}</source>
        <translation>添加指数 {0}</translation>
    </message>
    <message>
        <source>Add indicator {0}</source>
        <translation>添加指标 {0}</translation>
    </message>
    <message>
        <source>Add scenario {0} to {1}</source>
        <translation>为 {1} 添加情景 {0}</translation>
    </message>
    <message>
        <source>Add source {0}</source>
        <translation>添加来源 {0}</translation>
    </message>
    <message>
        <source>Adopt the weights of scenario {0}</source>
        <translation>采用情景 {0} 的权重</translation>
    </message>
    <message>
        <source>Alt+↑ ↓</source>
        <translation>Alt+↑ ↓</translation>
    </message>
    <message>
        <source>Alt+→ ←</source>
        <translation>Alt+→ ←</translation>
    </message>
    <message>
        <source>An infinite value cannot be scored. Leave the cell empty instead.</source>
        <translation>无穷值无法计分。请将单元格留空。</translation>
    </message>
    <message>
        <source>Archive {0} for {1}</source>
        <translation>为 {1} 存档 {0}</translation>
    </message>
    <message>
        <source>Areas of {0}</source>
        <translation>{0} 的地区</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>图书</translation>
    </message>
    <message>
        <source>Bring back {0}</source>
        <translation>恢复 {0}</translation>
    </message>
    <message>
        <source>Change area {0}</source>
        <translation>更改地区 {0}</translation>
    </message>
    <message>
        <source>Change index {0}</source>
        <translation>更改指数 {0}</translation>
    </message>
    <message>
        <source>Change indicator {0}</source>
        <translation>更改指标 {0}</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Cite {0} for {1}</source>
        <translation>为 {1} 引用 {0}</translation>
    </message>
    <message>
        <source>Cite {0} instead of {1} for {2} value</source>
        <translation>以 {0} 代替 {1} 引用于 {2} 个数值</translation>
    </message>
    <message>
        <source>Cite {0} instead of {1} for {2} values</source>
        <translation>以 {0} 代替 {1} 引用于 {2} 个数值</translation>
    </message>
    <message>
        <source>Clear {0}, {1}</source>
        <translation>清除 {0}，{1}</translation>
    </message>
    <message>
        <source>Clusters need three areas with every value, normalised; {index} has {count}. Fill gaps, or impute them.</source>
        <translation>聚类需要三个数值齐全且已标准化的地区；{index} 有 {count} 个。请补齐缺失值，或进行插补。</translation>
    </message>
    <message>
        <source>Conference paper</source>
        <translation>会议论文</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>Ctrl+PgDown、Ctrl+PgUp</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete scenario {0}</source>
        <translation>删除情景 {0}</translation>
    </message>
    <message>
        <source>Delete snapshot {0}</source>
        <translation>删除快照 {0}</translation>
    </message>
    <message>
        <source>Delete source {0}</source>
        <translation>删除来源 {0}</translation>
    </message>
    <message>
        <source>Describe snapshot {0}</source>
        <translation>描述快照 {0}</translation>
    </message>
    <message>
        <source>Describe {0}</source>
        <translation>描述 {0}</translation>
    </message>
    <message>
        <source>Does not count: the area has no score.</source>
        <translation>不计入：该地区没有得分。</translation>
    </message>
    <message>
        <source>Does not count: {0}.</source>
        <translation>不计入：{0}。</translation>
    </message>
    <message>
        <source>Edit source {0}</source>
        <translation>编辑来源 {0}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Enter、Shift+Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Fill {0}</source>
        <translation>填充 {0}</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德文</translation>
    </message>
    <message>
        <source>How numbers are written in the locale “{locale}” is not known. Use one of: {known}.</source>
        <translation>不认识区域“{locale}”的数字写法。请使用以下之一：{known}。</translation>
    </message>
    <message>
        <source>Import {0} source</source>
        <translation>导入 {0} 个来源</translation>
    </message>
    <message>
        <source>Import {0} sources</source>
        <translation>导入 {0} 个来源</translation>
    </message>
    <message>
        <source>Insert, Delete</source>
        <translation>Insert、Delete</translation>
    </message>
    <message>
        <source>Intelligent-cities pyramid: four dimensions weighted 40, 30, 20 and 10, with their measures</source>
        <translation>智慧城市金字塔：四个维度，权重为 40、30、20 和 10，附各自的测度</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>已经如此。</translation>
    </message>
    <message>
        <source>It may have been removed: list the copies again.</source>
        <translation>它可能已被移除：请重新列出副本。</translation>
    </message>
    <message>
        <source>It was not said where “{given}” goes. Add {choices}.</source>
        <translation>未说明“{given}”放在哪里。请加上 {choices}。</translation>
    </message>
    <message>
        <source>Journal article</source>
        <translation>期刊文章</translation>
    </message>
    <message>
        <source>Law or policy</source>
        <translation>法律或政策</translation>
    </message>
    <message>
        <source>Line {line} of the input is not UTF-8, so it was not read, nor was what follows. Save the text as UTF-8, or convert it with `iconv -t UTF-8`.</source>
        <translation>输入的第 {line} 行不是 UTF-8，因此该行及其后内容均未读取。请将文本存为 UTF-8，或用 `iconv -t UTF-8` 转换。</translation>
    </message>
    <message>
        <source>Link {0} for {1}</source>
        <translation>为 {1} 链接 {0}</translation>
    </message>
    <message>
        <source>List “{list}”: {problem}</source>
        <translation>列表“{list}”：{problem}</translation>
    </message>
    <message>
        <source>Load {0}</source>
        <translation>载入 {0}</translation>
    </message>
    <message>
        <source>Mark {0} as missing</source>
        <translation>将 {0} 标为缺失</translation>
    </message>
    <message>
        <source>Merge {0} into {1}</source>
        <translation>将 {0} 合并到 {1}</translation>
    </message>
    <message>
        <source>Method of {0}: {1}</source>
        <translation>{0} 的方法：{1}</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>移动 {0}</translation>
    </message>
    <message>
        <source>News article</source>
        <translation>新闻报道</translation>
    </message>
    <message>
        <source>No area has a rank: none has more than {0} of {1} values.</source>
        <translation>没有地区获得名次：没有一个的数值超过 {1} 个中的 {0} 个。</translation>
    </message>
    <message>
        <source>No weight makes a share of {text}: what stands beside it weighs {others}. Type a weight, such as 30, or a share below 100 %.</source>
        <translation>没有权重能占到 {text}：其同级合计为 {others}。请输入权重（如 30），或低于 100 % 的份额。</translation>
    </message>
    <message>
        <source>Node “{node}”: {problem}</source>
        <translation>节点“{node}”：{problem}</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>{0} 的备注</translation>
    </message>
    <message>
        <source>Nothing was pasted: {problems} of the texts cannot be taken as they are{beyond}. Correct them, say how their numbers are written, or leave them out.</source>
        <translation>未粘贴任何内容：有 {problems} 段文字无法照原样采用{beyond}。请更正、说明其数字写法，或舍弃它们。</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他文献</translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation>粘贴 {0}</translation>
    </message>
    <message>
        <source>Published ranking of {0}</source>
        <translation>{0} 的已公布排名</translation>
    </message>
    <message>
        <source>PySide6 {version} crashes on Python {python}. Install the release that Citeria names: python -m pip install &quot;pyside6-essentials&gt;=6.11.3,&lt;6.12&quot;</source>
        <translation>PySide6 {version} 在 Python {python} 上会崩溃。请安装 Citeria 指定的版本：python -m pip install &quot;pyside6-essentials&gt;=6.11.3,&lt;6.12&quot;</translation>
    </message>
    <message>
        <source>Read {0} as of {1}</source>
        <translation>{0} 的读取时期改为 {1}</translation>
    </message>
    <message>
        <source>Recipe, {path}: {problem}</source>
        <translation>方法配方，{path}：{problem}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Remove a value of {0}</source>
        <translation>移除 {0} 的一个数值</translation>
    </message>
    <message>
        <source>Remove area {0}</source>
        <translation>移除地区 {0}</translation>
    </message>
    <message>
        <source>Remove grouping {0}</source>
        <translation>移除分组 {0}</translation>
    </message>
    <message>
        <source>Remove index {0}</source>
        <translation>移除指数 {0}</translation>
    </message>
    <message>
        <source>Remove indicator {0}</source>
        <translation>移除指标 {0}</translation>
    </message>
    <message>
        <source>Remove the citation of {0} from {1}</source>
        <translation>从 {1} 移除对 {0} 的引用</translation>
    </message>
    <message>
        <source>Remove the note on {0}</source>
        <translation>移除 {0} 的备注</translation>
    </message>
    <message>
        <source>Remove {0} from {1}</source>
        <translation>从 {1} 移除 {0}</translation>
    </message>
    <message>
        <source>Rename snapshot {0}: {1}</source>
        <translation>重命名快照 {0}：{1}</translation>
    </message>
    <message>
        <source>Rename source {0} to {1}</source>
        <translation>将来源 {0} 重命名为 {1}</translation>
    </message>
    <message>
        <source>Rename {0}: {1}</source>
        <translation>重命名 {0}：{1}</translation>
    </message>
    <message>
        <source>Reorder areas of {0}</source>
        <translation>调整 {0} 的地区顺序</translation>
    </message>
    <message>
        <source>Reorder groupings</source>
        <translation>调整分组顺序</translation>
    </message>
    <message>
        <source>Reorder indices</source>
        <translation>调整指数顺序</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Retire {0}</source>
        <translation>停用 {0}</translation>
    </message>
    <message>
        <source>Revert: {0}</source>
        <translation>还原：{0}</translation>
    </message>
    <message>
        <source>Run {run} ({drawn}) cannot be computed: {problem}</source>
        <translation>第 {run} 次运行（{drawn}）无法计算：{problem}</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄文</translation>
    </message>
    <message>
        <source>Screening leaves no area. Lower its limits, or name areas under screen.include.</source>
        <translation>筛选后没有剩下任何地区。请放宽限度，或在 screen.include 中列出地区。</translation>
    </message>
    <message>
        <source>Set {0}, {1}</source>
        <translation>设置 {0}，{1}</translation>
    </message>
    <message>
        <source>Step {step}, “{label}”, cannot be reverted: step {later}, “{later_label}”, builds on it. Nothing was changed. Revert step {later} first.</source>
        <translation>第 {step} 步“{label}”无法还原：第 {later} 步“{later_label}”建立在其上。未作任何更改。请先还原第 {later} 步。</translation>
    </message>
    <message>
        <source>Step {step}, “{label}”, has been undone already. Nothing was changed.</source>
        <translation>第 {step} 步“{label}”已被撤销。未作任何更改。</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} runs; nothing was kept.</source>
        <translation>在 {total} 次运行中完成 {done} 次后停止；未保留任何结果。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止。未作任何更改。</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Take snapshot {0} of {1}</source>
        <translation>为 {1} 建立快照 {0}</translation>
    </message>
    <message>
        <source>The base of “{path}” cannot be extended: steps have been taken already. Make a new project for a new base.</source>
        <translation>“{path}”的基础不能再扩展：已经有步骤。请为新的基础新建项目。</translation>
    </message>
    <message>
        <source>The block is too large: {found} {what}, at most {most} at once. Nothing was changed. Paste it in parts, or load it from a file.</source>
        <translation>数据块太大：{found} {what}，一次最多 {most}。未作任何更改。请分批粘贴，或从文件载入。</translation>
    </message>
    <message>
        <source>The copy cannot be saved as “{path}”: {reason}. Choose another name.</source>
        <translation>副本不能保存为“{path}”：{reason}。请另选名称。</translation>
    </message>
    <message>
        <source>The copy cannot be written to “{path}”: {reason}. Nothing was written. Choose another place.</source>
        <translation>副本无法写入“{path}”：{reason}。未写入任何内容。请另选位置。</translation>
    </message>
    <message>
        <source>The data have no {what} “{named}”.{hint}</source>
        <translation>数据中没有{what}“{named}”。{hint}</translation>
    </message>
    <message>
        <source>The imputation “em” needs more areas than indicators; there are {areas} areas and {indicators} indicators. Use knn, or a mean or median.</source>
        <translation>插补方法“em”要求地区多于指标；现有 {areas} 个地区和 {indicators} 个指标。请用 knn，或均值、中位数。</translation>
    </message>
    <message>
        <source>The index does not rank “{0}”.{1}</source>
        <translation>该指数不对“{0}”排名。{1}</translation>
    </message>
    <message>
        <source>The index does not use the indicator “{0}”.{1}</source>
        <translation>该指数不使用指标“{0}”。{1}</translation>
    </message>
    <message>
        <source>The index has no node “{node}”.{hint}</source>
        <translation>指数中没有节点“{node}”。{hint}</translation>
    </message>
    <message>
        <source>The index has no part “{0}” to weigh.{1}</source>
        <translation>该指数没有可设权重的部分“{0}”。{1}</translation>
    </message>
    <message>
        <source>The index in view does not use this indicator for this area.</source>
        <translation>当前指数未对此地区使用该指标。</translation>
    </message>
    <message>
        <source>The index reads {0} here, not {1}.</source>
        <translation>指数在此读取 {0}，而非 {1}。</translation>
    </message>
    <message>
        <source>The indicator “{indicator}” is in this index already, as “{node}”. An index counts an indicator once.</source>
        <translation>指标“{indicator}”已作为“{node}”存在于此指数中。指数对一个指标只计一次。</translation>
    </message>
    <message>
        <source>The key “{key}” is taken. Here: {ours} In the file: {theirs} Nothing was imported. Import with `--rename` to give the new one a free key, or change one of the keys.</source>
        <translation>键“{key}”已被占用。此处：{ours} 文件中：{theirs} 未导入任何内容。请用 `--rename` 导入以给新来源一个空闲的键，或更改其中一个键。</translation>
    </message>
    <message>
        <source>The new name of “{given}” is empty. Write one.</source>
        <translation>“{given}”的新名称为空。请填写。</translation>
    </message>
    <message>
        <source>The observation of {indicator} for {area} holds no value. Give a number, a text, or the reason why it is missing.</source>
        <translation>{area} 的 {indicator} 观测值没有内容。请给出数字、文字，或缺失的原因。</translation>
    </message>
    <message>
        <source>The order names “{given}” {problem}. Name each of them once.</source>
        <translation>顺序中“{given}”{problem}。每个请只写一次。</translation>
    </message>
    <message>
        <source>The scenario tries nothing. Give it a weight, a value or a recipe.</source>
        <translation>该情景没有试算任何内容。请给出权重、数值或方法配方。</translation>
    </message>
    <message>
        <source>The source cannot be changed so: {problem} Nothing was changed.</source>
        <translation>来源不能这样更改：{problem} 未作任何更改。</translation>
    </message>
    <message>
        <source>The text holds characters that are broken off in the middle ({shown}). Nothing was changed. Type it anew.</source>
        <translation>文字中含有被截断的字符（{shown}）。未作任何更改。请重新输入。</translation>
    </message>
    <message>
        <source>The two groupings have no area in common, so their agreement cannot be told.</source>
        <translation>两个分组没有共同的地区，因此无法说明其一致程度。</translation>
    </message>
    <message>
        <source>The values are {0}, but there are {1} areas and {2} indicators.</source>
        <translation>数值的规模为 {0}，而地区有 {1} 个、指标有 {2} 个。</translation>
    </message>
    <message>
        <source>The weight of “{node}” cannot be {weight}. Give zero or a positive number.</source>
        <translation>“{node}”的权重不能是 {weight}。请给出零或正数。</translation>
    </message>
    <message>
        <source>The window needs system libraries that are not installed: {libraries}. On Debian or Ubuntu: apt-get install {packages}. All commands that need no window work without them.</source>
        <translation>窗口所需的系统库未安装：{libraries}。在 Debian 或 Ubuntu 上：apt-get install {packages}。不需要窗口的命令均可照常使用。</translation>
    </message>
    <message>
        <source>The workbook cannot be written to “{path}”: {reason}. Nothing was changed. Choose another place, or close the file where it is open.</source>
        <translation>工作簿无法写入“{path}”：{reason}。未作任何更改。请另选位置，或关闭正在打开该文件的程序。</translation>
    </message>
    <message>
        <source>The {method} mean of node “{node}” needs positive numbers, but “{part}” of area “{area}” is {value:g}. Normalise to a positive range, for example lower = 1, upper = 100.</source>
        <translation>节点“{node}”的{method}平均需要正数，但地区“{area}”的“{part}”为 {value:g}。请标准化到正的范围，例如 lower = 1、upper = 100。</translation>
    </message>
    <message>
        <source>The {what} of {where} is not a number that can be kept ({value}). Give a finite number, or say why it is missing.</source>
        <translation>{where} 的{what}不是可以保存的数（{value}）。请给出有限的数，或说明为何缺失。</translation>
    </message>
    <message>
        <source>There are no terms for the language “{language}”. Name one such as en, en-GB, zh, ru, de or fr.</source>
        <translation>没有语言“{language}”的用语。请指定如 en、en-GB、zh、ru、de 或 fr。</translation>
    </message>
    <message>
        <source>There is already a node “{node}” in this index. Choose another code.</source>
        <translation>此指数中已有节点“{node}”。请另选代码。</translation>
    </message>
    <message>
        <source>There is already {noun} “{given}” in this project. Choose another name for the new one.</source>
        <translation>此项目中已有{noun}“{given}”。请为新的另选名称。</translation>
    </message>
    <message>
        <source>There is no archived copy “{given}”. {hint}</source>
        <translation>没有存档副本“{given}”。{hint}</translation>
    </message>
    <message>
        <source>There is no citation style “{style}” here.{hint} The styles are: {known}.</source>
        <translation>这里没有引文样式“{style}”。{hint} 可用样式：{known}。</translation>
    </message>
    <message>
        <source>There is no file “{path}”. Check the name, or make a project with “citeria new”.</source>
        <translation>没有文件“{path}”。请检查名称，或用“citeria new”新建项目。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{path}”. Nothing was changed. Free some space, then try again.</source>
        <translation>“{path}”所在磁盘已无空间。未作任何更改。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>There is no rule “{rule}”.{hint} The rules are {rules}.</source>
        <translation>没有规则“{rule}”。{hint} 规则有 {rules}。</translation>
    </message>
    <message>
        <source>There is no stage “{stage}”.{hint} The stages are {stages}.</source>
        <translation>没有阶段“{stage}”。{hint} 阶段有 {stages}。</translation>
    </message>
    <message>
        <source>There is no step {step} in this project: history goes to step {last}. Look it up with “history”.</source>
        <translation>此项目没有第 {step} 步：历史到第 {last} 步为止。请用“history”查看。</translation>
    </message>
    <message>
        <source> Did you mean one of {0}?</source>
        <translation>您是否指其中之一：{0}？</translation>
    </message>
    <message>
        <source> Check the spelling.</source>
        <translation>请检查拼写。</translation>
    </message>
    <message>
        <source> Did you mean {0}?</source>
        <translation>您是否指{0}？</translation>
    </message>
    <message>
        <source>Adopt the method of scenario {0}</source>
        <translation>采用情景 {0} 的方法</translation>
    </message>
    <message>
        <source>Adopt the method that was tried</source>
        <translation>采用试算的方法</translation>
    </message>
    <message>
        <source>Adopt the weights and the method of scenario {0}</source>
        <translation>采用情景 {0} 的权重和方法</translation>
    </message>
    <message>
        <source>Adopt the weights and the method that were tried</source>
        <translation>采用试算的权重和方法</translation>
    </message>
    <message>
        <source>Adopt the weights that were tried</source>
        <translation>采用试算的权重</translation>
    </message>
    <message>
        <source>Answer to {0} on {1}</source>
        <translation>就 {1} 答复 {0}</translation>
    </message>
    <message>
        <source>Combine {0} and {1}: {2}</source>
        <translation>合并{0}与{1}：{2}</translation>
    </message>
    <message>
        <source>It tries no weight and no recipe, so there is nothing to adopt.</source>
        <translation>其中没有试算任何权重或方法，因此没有可采用的内容。</translation>
    </message>
    <message>
        <source>Put {0} into {1}</source>
        <translation>将{0}放入{1}</translation>
    </message>
    <message>
        <source>Split {0}</source>
        <translation>拆分{0}</translation>
    </message>
    <message>
        <source>Take back the answer to {0} on {1}</source>
        <translation>收回就 {1} 给 {0} 的答复</translation>
    </message>
    <message>
        <source>The key “{key}” is taken. Here: {ours} In the file: {theirs} Nothing was imported. Change one of the keys.</source>
        <translation>键“{key}”已被占用。此处：{ours} 文件中：{theirs} 未导入任何内容。请更改其中一个键。</translation>
    </message>
    <message>
        <source>There is no file “{path}”. Check the name, or make a new project.</source>
        <translation>没有文件“{path}”。请检查名称，或新建项目。</translation>
    </message>
    <message>
        <source>There is no node “{node}” in this index.{hint}</source>
        <translation>此指数中没有节点“{node}”。{hint}</translation>
    </message>
    <message>
        <source>There is no template “{given}”.{hint} Choose one of: {known}.</source>
        <translation>没有模板“{given}”。{hint}请选择：{known}。</translation>
    </message>
    <message>
        <source>There is no {kind} “{given}”.{hint} Use one of: {known}.</source>
        <translation>没有{kind}“{given}”。{hint}请使用：{known}。</translation>
    </message>
    <message>
        <source>There is no {noun} “{given}” in this project.{hint}</source>
        <translation>此项目中没有{noun}“{given}”。{hint}</translation>
    </message>
    <message>
        <source>There is no {what} “{given}”.{hint} Use one of: {choices}.</source>
        <translation>没有{what}“{given}”。{hint}请使用：{choices}。</translation>
    </message>
    <message>
        <source>There is nothing to redo: no step has been undone since the last change.</source>
        <translation>没有可重做的内容：自上次更改以来未撤销任何步骤。</translation>
    </message>
    <message>
        <source>There is nothing to undo: the project is as it was made.</source>
        <translation>没有可撤销的内容：项目仍是建立时的样子。</translation>
    </message>
    <message>
        <source>There is nothing to write: the block holds no text that fits into the grid. Nothing was changed.</source>
        <translation>没有可写入的内容：数据块中没有适合表格的文字。未作任何更改。</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Use {0} for {1}</source>
        <translation>{1} 采用 {0}</translation>
    </message>
    <message>
        <source>Verdict: {0} accepts {1}</source>
        <translation>审评意见：{0} 认可 {1}</translation>
    </message>
    <message>
        <source>Verdict: {0} asks about {1}</source>
        <translation>审评意见：{0} 对 {1} 有疑问</translation>
    </message>
    <message>
        <source>Verdict: {0} proposes {1} for {2}</source>
        <translation>审评意见：{0} 建议 {2} 改为 {1}</translation>
    </message>
    <message>
        <source>Verdict: {0} rejects {1}</source>
        <translation>审评意见：{0} 不认可 {1}</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Weight of {0}: {1}</source>
        <translation>{0} 的权重：{1}</translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation>权重：{0}</translation>
    </message>
    <message>
        <source>What scenario “{0}” tries cannot be read: {1}. Delete it and make it anew.</source>
        <translation>情景“{0}”的试算内容无法读取：{1}。请删除后重新建立。</translation>
    </message>
    <message>
        <source>What was kept cannot be read: {problem}. Take the snapshot anew, or open the file with a newer Citeria.</source>
        <translation>所保存的内容无法读取：{problem}。请重新建立快照，或用较新的 Citeria 打开文件。</translation>
    </message>
    <message>
        <source>What “{file}” is cannot be told from its name. Name it *.json (CSL-JSON), *.bib (BibTeX) or *.ris (RIS).</source>
        <translation>无法从名称判断“{file}”是什么。请命名为 *.json (CSL-JSON)、*.bib (BibTeX) 或 *.ris (RIS)。</translation>
    </message>
    <message>
        <source>Withdraw the verdict of {0} on {1}</source>
        <translation>撤回 {0} 对 {1} 的意见</translation>
    </message>
    <message>
        <source>a bound: shown, not scored</source>
        <translation>界限值：显示但不计分</translation>
    </message>
    <message>
        <source>a level of aggregates is a whole number of 2 or more.</source>
        <translation>聚合的层级是 2 或更大的整数。</translation>
    </message>
    <message>
        <source>a new area needs a name</source>
        <translation>新地区需要名称</translation>
    </message>
    <message>
        <source>a new indicator needs a name</source>
        <translation>新指标需要名称</translation>
    </message>
    <message>
        <source>a table of {0} {1} (it may have {2}).</source>
        <translation>{0} 表{1}（可以有 {2}）。</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>accepts the value</source>
        <translation>认可此数值</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>an Indicator stands on level 1, not {0}.</source>
        <translation>Indicator 位于第 1 层，而不是 {0}。</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>已宣布</translation>
    </message>
    <message>
        <source>another file of that name is no workbook</source>
        <translation>已有同名的其他文件，且不是工作簿</translation>
    </message>
    <message>
        <source>asks about it</source>
        <translation>提出疑问</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>可得性</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>blog post</source>
        <translation>博客文章</translation>
    </message>
    <message>
        <source>book</source>
        <translation>图书</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>both are wrong</source>
        <translation>双方都有误</translation>
    </message>
    <message>
        <source>break</source>
        <translation>序列中断</translation>
    </message>
    <message>
        <source>built</source>
        <translation>已建成</translation>
    </message>
    <message>
        <source>cannot be read: {0}.</source>
        <translation>无法读取：{0}。</translation>
    </message>
    <message>
        <source>cannot be written: {0}.</source>
        <translation>无法写入：{0}。</translation>
    </message>
    <message>
        <source>cannot exist</source>
        <translation>不可能存在</translation>
    </message>
    <message>
        <source>chapter</source>
        <translation>书中章节</translation>
    </message>
    <message>
        <source>cited</source>
        <translation>被引</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>自称</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>conference paper</source>
        <translation>会议论文</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>相矛盾</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>definition differs</source>
        <translation>定义不同</translation>
    </message>
    <message>
        <source>describes the method</source>
        <translation>说明方法</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>exactly one node has no parent; give all others theirs.</source>
        <translation>须恰有一个节点没有上级；请为其余节点给出上级。</translation>
    </message>
    <message>
        <source>excluded by the recipe</source>
        <translation>被方法配方排除</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>imputed</source>
        <translation>插补</translation>
    </message>
    <message>
        <source>in other category</source>
        <translation>归入其他类别</translation>
    </message>
    <message>
        <source>in the structure: move into the one above, out again</source>
        <translation>在结构中：移入上一项，或再移出</translation>
    </message>
    <message>
        <source>in the structure: move up, down</source>
        <translation>在结构中：上移、下移</translation>
    </message>
    <message>
        <source>in the structure: name something new, remove</source>
        <translation>在结构中：为新项命名、移除</translation>
    </message>
    <message>
        <source>includes other</source>
        <translation>包含其他类别</translation>
    </message>
    <message>
        <source>indicator “{0}” has no Target in the metadata.</source>
        <translation>指标“{0}”在元数据中没有 Target。</translation>
    </message>
    <message>
        <source>it ends inside its header</source>
        <translation>文件在其头部之内中断</translation>
    </message>
    <message>
        <source>it has no headings in its first row.</source>
        <translation>首行没有标题。</translation>
    </message>
    <message>
        <source>it holds bytes that belong to no text</source>
        <translation>含有不属于任何文本的字节</translation>
    </message>
    <message>
        <source>it holds text that is no text</source>
        <translation>含有不是文本的文本内容</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a folder or a device</source>
        <translation>它是文件夹或设备</translation>
    </message>
    <message>
        <source>it is cut off: {0} of {1} bytes are there</source>
        <translation>文件被截断：{1} 字节中只有 {0} 字节</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is larger than {0} MB; split it</source>
        <translation>超过 {0} MB；请拆分</translation>
    </message>
    <message>
        <source>it is no PDF, page, picture or text any more</source>
        <translation>它已不再是 PDF、网页、图片或文本</translation>
    </message>
    <message>
        <source>it is no SQLite file</source>
        <translation>它不是 SQLite 文件</translation>
    </message>
    <message>
        <source>it is no SQLite file, or its beginning was overwritten</source>
        <translation>它不是 SQLite 文件，或其开头已被覆盖</translation>
    </message>
    <message>
        <source>it is no part to lock.</source>
        <translation>它不是可锁定的部分。</translation>
    </message>
    <message>
        <source>it is the SQLite file of another program</source>
        <translation>它是其他程序的 SQLite 文件</translation>
    </message>
    <message>
        <source>it is the open project itself</source>
        <translation>它就是当前打开的项目</translation>
    </message>
    <message>
        <source>it is the project itself</source>
        <translation>它就是项目本身</translation>
    </message>
    <message>
        <source>it may mean {first} or {second}</source>
        <translation>可能表示 {first} 或 {second}</translation>
    </message>
    <message>
        <source>it stands above itself; break the circle.</source>
        <translation>它位于自身之上；请断开循环。</translation>
    </message>
    <message>
        <source>it takes no part in the index.</source>
        <translation>它不参与此指数。</translation>
    </message>
    <message>
        <source>it takes whole numbers; write “low” and “high” as such.</source>
        <translation>只能取整数；请把“low”和“high”写成整数。</translation>
    </message>
    <message>
        <source>its direction is {0}; write 1 or -1.</source>
        <translation>其方向为 {0}；请写 1 或 -1。</translation>
    </message>
    <message>
        <source>its fields are not separated by commas; save it so.</source>
        <translation>各字段不是以逗号分隔；请以逗号分隔保存。</translation>
    </message>
    <message>
        <source>its format is {0}, and {1} is known here</source>
        <translation>其格式为 {0}，而此处支持 {1}</translation>
    </message>
    <message>
        <source>its headings say neither values (area, indicator, value; or area and a column per indicator) nor areas (area, name) nor indicators (indicator, name); they are: {0}.</source>
        <translation>其标题既不表示数值（area、indicator、value；或 area 加每个指标一列），也不表示地区（area、name）或指标（indicator、name）；标题为：{0}。</translation>
    </message>
    <message>
        <source>its key cannot be empty.</source>
        <translation>其键不能为空。</translation>
    </message>
    <message>
        <source>its parent “{0}” does not exist.</source>
        <translation>其上级“{0}”不存在。</translation>
    </message>
    <message>
        <source>its weight is {0}; write a number of 0 or more.</source>
        <translation>其权重为 {0}；请写 0 或更大的数。</translation>
    </message>
    <message>
        <source>journal article</source>
        <translation>期刊文章</translation>
    </message>
    <message>
        <source>law or policy</source>
        <translation>法律或政策</translation>
    </message>
    <message>
        <source>leave the value as it was</source>
        <translation>保持数值不变</translation>
    </message>
    <message>
        <source>level 1 is for Indicators; an Aggregate stands higher.</source>
        <translation>第 1 层用于 Indicator；Aggregate 位于更高层。</translation>
    </message>
    <message>
        <source>locks and shares set before leave it between {0} and {1} %.</source>
        <translation>由于锁定和先前设定的份额，它只能在 {0} % 到 {1} % 之间。</translation>
    </message>
    <message>
        <source>low reliability</source>
        <translation>可靠性低</translation>
    </message>
    <message>
        <source>manuscript</source>
        <translation>手稿</translation>
    </message>
    <message>
        <source>mark the value as missing</source>
        <translation>将数值标为缺失</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>均值 {0}</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>模型推算</translation>
    </message>
    <message>
        <source>n {0}</source>
        <translation>n {0}</translation>
    </message>
    <message>
        <source>n.d.</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>name the area to compare with.</source>
        <translation>请指明要比较的地区。</translation>
    </message>
    <message>
        <source>name the group column to fill from.</source>
        <translation>请指明据以填补的分组列。</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>几乎</translation>
    </message>
    <message>
        <source>neither is wrong</source>
        <translation>双方都无误</translation>
    </message>
    <message>
        <source>news article</source>
        <translation>新闻报道</translation>
    </message>
    <message>
        <source>no area is named</source>
        <translation>未写明地区</translation>
    </message>
    <message>
        <source>no factor is named; nothing would vary.</source>
        <translation>未指明任何因素；不会有任何变化。</translation>
    </message>
    <message>
        <source>no indicator is named</source>
        <translation>未写明指标</translation>
    </message>
    <message>
        <source>no period is given, neither here nor for the whole table (`--period`)</source>
        <translation>未给出时期：此处没有，整个表格也没有（`--period`）</translation>
    </message>
    <message>
        <source>no row is an Indicator; at least one is needed.</source>
        <translation>没有任何行是 Indicator；至少需要一行。</translation>
    </message>
    <message>
        <source>no row names “{0}” as its Parent; an Aggregate needs parts.</source>
        <translation>没有任何行以“{0}”为其 Parent；Aggregate 需要组成部分。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>no weight stands on level {0}; there are {1}.</source>
        <translation>第 {0} 层没有权重；共有 {1} 层。</translation>
    </message>
    <message>
        <source>not a number: shown, not scored</source>
        <translation>不是数字：显示但不计分</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>not cited</source>
        <translation>未引用</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>未收集</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>尚未找到</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>nothing would be left; mark the value as missing instead</source>
        <translation>将没有内容；请改为标为缺失</translation>
    </message>
    <message>
        <source>other document</source>
        <translation>其他文献</translation>
    </message>
    <message>
        <source>ours is wrong</source>
        <translation>我方有误</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>proposes another value</source>
        <translation>建议另一数值</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>quoted by way of</source>
        <translation>转引自</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>read here</source>
        <translation>直接出处</translation>
    </message>
    <message>
        <source>rejects the value</source>
        <translation>不认可此数值</translation>
    </message>
    <message>
        <source>replace the value</source>
        <translation>替换数值</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>row {0} cannot be read as CSV: {1}.</source>
        <translation>第 {0} 行无法按 CSV 读取：{1}。</translation>
    </message>
    <message>
        <source>row {0}: {1} fields where the headers name {2} columns.</source>
        <translation>第 {0} 行：有 {1} 个字段，而标题有 {2} 列。</translation>
    </message>
    <message>
        <source>rows refer to rows that are not there</source>
        <translation>有些行引用了不存在的行</translation>
    </message>
    <message>
        <source>screened out: {0} % of its values are not zero; needs {1} %</source>
        <translation>已被筛除：其数值中非零的占 {0} %；需要 {1} %</translation>
    </message>
    <message>
        <source>screened out: {0} of {1} values; needs {2} %</source>
        <translation>已被筛除：{1} 个数值中有 {0} 个；需要 {2} %</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>store and go down, up</source>
        <translation>保存并向下、向上</translation>
    </message>
    <message>
        <source>store and go right, left; Enter then returns to where the Tabs began</source>
        <translation>保存并向右、向左；之后 Enter 回到开始按 Tab 的列</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>被抑制</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>that is no share of a part.</source>
        <translation>这不是某个部分的份额。</translation>
    </message>
    <message>
        <source>that project is open somewhere</source>
        <translation>该项目正在别处打开</translation>
    </message>
    <message>
        <source>the cell is empty; only the one node of the highest level has none.</source>
        <translation>单元格为空；只有最高层的唯一节点没有上级。</translation>
    </message>
    <message>
        <source>the cell is empty; write {0}.</source>
        <translation>单元格为空；请写 {0}。</translation>
    </message>
    <message>
        <source>the code is empty; every area needs one.</source>
        <translation>代码为空；每个地区都需要代码。</translation>
    </message>
    <message>
        <source>the code is empty; every row needs one.</source>
        <translation>代码为空；每一行都需要代码。</translation>
    </message>
    <message>
        <source>the code is used twice; give each node its own.</source>
        <translation>代码重复使用；请为每个节点给出各自的代码。</translation>
    </message>
    <message>
        <source>the column is missing, and the metadata name it.{0}</source>
        <translation>缺少该列，而元数据提到了它。{0}</translation>
    </message>
    <message>
        <source>the column is missing, and the {0} need it.{1}</source>
        <translation>缺少该列，而{0}需要它。{1}</translation>
    </message>
    <message>
        <source>the column stands twice; keep one.</source>
        <translation>该列出现了两次；请保留一个。</translation>
    </message>
    <message>
        <source>the data have no Time column with several times.</source>
        <translation>数据中没有含多个时间的 Time 列。</translation>
    </message>
    <message>
        <source>the data have no {0} “{1}”.{2}</source>
        <translation>数据中没有{0}“{1}”。{2}</translation>
    </message>
    <message>
        <source>the entry that begins here cannot be read: {0}</source>
        <translation>从此处开始的条目无法读取：{0}</translation>
    </message>
    <message>
        <source>the entry that begins here has a field twice: {0}.</source>
        <translation>从此处开始的条目中有字段重复：{0}。</translation>
    </message>
    <message>
        <source>the file is empty; its first row must name the columns.</source>
        <translation>文件是空的；首行须写明各列名称。</translation>
    </message>
    <message>
        <source>the heading “{0}” stands there twice.</source>
        <translation>标题“{0}”出现了两次。</translation>
    </message>
    <message>
        <source>the key “{0}” stands here for the second time, first on line {1}.</source>
        <translation>键“{0}”在此处第二次出现，首次在第 {1} 行。</translation>
    </message>
    <message>
        <source>the name “{0}” is used twice; give each factor its own.</source>
        <translation>名称“{0}”重复使用；请为每个因素给出各自的名称。</translation>
    </message>
    <message>
        <source>the node of the highest level has no Parent; leave the cell empty.</source>
        <translation>最高层的节点没有 Parent；请将单元格留空。</translation>
    </message>
    <message>
        <source>the project holds other bytes than were put by</source>
        <translation>项目中的字节与存入时不同</translation>
    </message>
    <message>
        <source>the same value in every selected cell; in the inspector: commit and go to the next row</source>
        <translation>在每个选中的单元格中填入相同的值；在检查器中：提交并转到下一行</translation>
    </message>
    <message>
        <source>theirs is wrong</source>
        <translation>对方有误</translation>
    </message>
    <message>
        <source>there is a value, so no reason why it is missing</source>
        <translation>已有数值，因此不需要缺失的原因</translation>
    </message>
    <message>
        <source>there is no area “{0}” in this project; add it first, or let it be added.{1}</source>
        <translation>此项目中没有地区“{0}”；请先添加，或允许添加。{1}</translation>
    </message>
    <message>
        <source>there is no area “{0}”.{1}</source>
        <translation>没有地区“{0}”。{1}</translation>
    </message>
    <message>
        <source>there is no source “{0}” in this project; add it first.{1}</source>
        <translation>此项目中没有来源“{0}”；请先添加。{1}</translation>
    </message>
    <message>
        <source>we lack what they have</source>
        <translation>我方缺少对方的数据</translation>
    </message>
    <message>
        <source>{0} accepted this value: there is nothing to answer.</source>
        <translation>{0} 已认可此数值，无需答复。</translation>
    </message>
    <message>
        <source>{reviewer} asked this of the same value on {given}, and was answered: “{answer}”. Nothing was written. Give the reason why it is asked again.</source>
        <translation>{reviewer} 已于 {given} 就同一数值提出过，并得到答复：“{answer}”。未写入任何内容。如要再次提出，请说明理由。</translation>
    </message>
    <message>
        <source>{reviewer} entered this value, and so does not accept it too: four eyes see more than two. Let somebody else judge it, or give the reason why it must be so.</source>
        <translation>此数值由 {reviewer} 录入，不应由同一人认可：须由另一人复核。请由他人评判，或说明为何只能如此。</translation>
    </message>
    <message>
        <source>“{0}” is no date. Write it as in 2026-11-26.</source>
        <translation>“{0}”不是日期。请写成 2026-11-26 的形式。</translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8, and its encoding cannot be told with certainty. Choose it, or save the file as UTF-8.</source>
        <translation>“{file}”不是 UTF-8，且无法确定其编码。请选择编码，或将文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>there is no file “{0}” any more</source>
        <translation>文件“{0}”已不存在</translation>
    </message>
    <message>
        <source>A proposal needs the value that is proposed. Write it as it would be printed.</source>
        <translation>提出建议时须写明建议的数值。请按印刷的样子填写。</translation>
    </message>
    <message>
        <source>A query or a rejection needs words: what is asked, or why. Write a comment.</source>
        <translation>提出疑问或不认可时须说明问什么或为什么。请填写说明。</translation>
    </message>
    <message>
        <source>A verdict needs its reviewer. Say who gave it.</source>
        <translation>审评意见须有审评人。请填写由谁给出。</translation>
    </message>
    <message>
        <source>Letters, digits</source>
        <translation>字母、数字</translation>
    </message>
    <message>
        <source>Only a proposal has a proposed value. Choose “propose”, or leave the value out.</source>
        <translation>只有建议才有建议的数值。请选择“建议”，或不填数值。</translation>
    </message>
    <message>
        <source>Say which index is meant: --index CODE. The project has {codes}.</source>
        <translation>请用 --index CODE 指明所指的指数。此项目有 {codes}。</translation>
    </message>
    <message>
        <source>in structure and clusters: next page, previous page</source>
        <translation>在结构和聚类中：下一页、上一页</translation>
    </message>
    <message>
        <source>no period is given; write it there, or fill in “Period, where the table has none”</source>
        <translation>未给出时期；请在表格中写明，或填写“时期（表格未注明时）”</translation>
    </message>
    <message>
        <source>nothing is in it yet. Put an indicator or a part into it, or remove it.</source>
        <translation>其中还没有任何内容。请加入指标或部分，或将其移除。</translation>
    </message>
    <message>
        <source>there is no folder “{0}”</source>
        <translation>没有文件夹“{0}”</translation>
    </message>
    <message>
        <source>there is no indicator “{0}” in this project; add it first, or let it be added.{1}</source>
        <translation>此项目中没有指标“{0}”；请先添加，或允许添加。{1}</translation>
    </message>
    <message>
        <source>there is no row; at least one area is needed.</source>
        <translation>没有任何行；至少需要一个地区。</translation>
    </message>
    <message>
        <source>there is no such encoding</source>
        <translation>没有这种编码</translation>
    </message>
    <message>
        <source>there is no such key.{0}</source>
        <translation>没有这样的键。{0}</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>已有同名的内容</translation>
    </message>
    <message>
        <source>thesis</source>
        <translation>学位论文</translation>
    </message>
    <message>
        <source>this is not TOML: {0}</source>
        <translation>这不是 TOML：{0}</translation>
    </message>
    <message>
        <source>this is not UTF-8 text.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>this is not UTF-8 text; save it as “CSV UTF-8”.</source>
        <translation>这不是 UTF-8 文本；请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>this value stands in the table twice, from the same source</source>
        <translation>此数值在表格中以同一来源出现了两次</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>two factors are of kind “values”; keep one.</source>
        <translation>有两个“values”类因素；请保留一个。</translation>
    </message>
    <message>
        <source>two factors vary “{0}”; keep one.</source>
        <translation>有两个因素改变“{0}”；请保留一个。</translation>
    </message>
    <message>
        <source>undecided: several values, none in use</source>
        <translation>未定：有多个数值，均未采用</translation>
    </message>
    <message>
        <source>unvalidated</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>which is not there</source>
        <translation>并不存在</translation>
    </message>
    <message>
        <source>write KEY=VALUE, such as normalise.method=zscore.</source>
        <translation>请写成 KEY=VALUE，例如 normalise.method=zscore。</translation>
    </message>
    <message>
        <source>write at least one option.</source>
        <translation>请至少写一个选项。</translation>
    </message>
    <message>
        <source>write at least two points [x, y].</source>
        <translation>请至少写两个点 [x, y]。</translation>
    </message>
    <message>
        <source>write each factor as [[uncertainty.factor]].</source>
        <translation>请把每个因素写成 [[uncertainty.factor]]。</translation>
    </message>
    <message>
        <source>you have no permission to read it</source>
        <translation>您没有读取它的权限</translation>
    </message>
    <message>
        <source>{0} % of the parts at each node</source>
        <translation>每个节点需要 {0} % 的部分</translation>
    </message>
    <message>
        <source>{0} % of the parts of “{1}”</source>
        <translation>“{1}”需要 {0} % 的部分</translation>
    </message>
    <message>
        <source>{0} cell</source>
        <translation>{0} 个单元格</translation>
    </message>
    <message>
        <source>{0} cells</source>
        <translation>{0} 个单元格</translation>
    </message>
    <message>
        <source>{0} column</source>
        <translation>{0} 列</translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation>{0} 列</translation>
    </message>
    <message>
        <source>{0} is not a section; write [{1}].</source>
        <translation>{0} 不是一节；请写 [{1}]。</translation>
    </message>
    <message>
        <source>{0} is not a whole number of 1 or more.</source>
        <translation>{0} 不是 1 或更大的整数。</translation>
    </message>
    <message>
        <source>{0} is not allowed; write 1 or -1.</source>
        <translation>不允许 {0}；请写 1 或 -1。</translation>
    </message>
    <message>
        <source>{0} is not allowed; write a number of 0 or more.</source>
        <translation>不允许 {0}；请写 0 或更大的数。</translation>
    </message>
    <message>
        <source>{0} is not {1}.</source>
        <translation>{0} 不是{1}。</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>缺失 {0}</translation>
    </message>
    <message>
        <source>{0} new area</source>
        <translation>{0} 个新地区</translation>
    </message>
    <message>
        <source>{0} new areas</source>
        <translation>{0} 个新地区</translation>
    </message>
    <message>
        <source>{0} of {1} ranks rest on less than {2} of the values.</source>
        <translation>{1} 个名次中有 {0} 个依据的数值不足 {2}。</translation>
    </message>
    <message>
        <source>{0} of {1} values</source>
        <translation>{1} 个数值中有 {0} 个</translation>
    </message>
    <message>
        <source>{0} row</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} text</source>
        <translation>{0} 段文字</translation>
    </message>
    <message>
        <source>{0} texts</source>
        <translation>{0} 段文字</translation>
    </message>
    <message>
        <source>{0} value</source>
        <translation>{0} 个数值</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 个数值</translation>
    </message>
    <message>
        <source>{0} values, none in use</source>
        <translation>{0} 个数值，均未采用</translation>
    </message>
    <message>
        <source>{0}, but none can be normalised</source>
        <translation>{0}，但均无法标准化</translation>
    </message>
    <message>
        <source>{0}; needs {1}</source>
        <translation>{0}；需要 {1}</translation>
    </message>
    <message>
        <source>{0}; what “{1}” has of its parts weighs 0</source>
        <translation>{0}；“{1}”现有部分的权重为 0</translation>
    </message>
    <message>
        <source>{areas} areas beat one another in circles; an exact Kemeny order takes at most {most}. Choose mean rank, Borda or Copeland instead.</source>
        <translation>{areas} 个地区循环互胜；精确的 Kemeny 排序最多处理 {most} 个。请改用平均名次、Borda 或 Copeland。</translation>
    </message>
    <message>
        <source>{file}, {row}, column {column}: {problem}</source>
        <translation>{file}，{row}，列 {column}：{problem}</translation>
    </message>
    <message>
        <source>{file}: {problem} Nothing was changed.</source>
        <translation>{file}：{problem} 未作任何更改。</translation>
    </message>
    <message>
        <source>{index} cannot be ranked: {problem}</source>
        <translation>{index} 无法排名：{problem}</translation>
    </message>
    <message>
        <source>{index} has no ranking to keep: {problem} Nothing was changed.</source>
        <translation>{index} 没有可保存的排名：{problem} 未作任何更改。</translation>
    </message>
    <message>
        <source>{indicator} for {area} in {period} has no value in use, so there is nothing to clear.</source>
        <translation>{area} 在 {period} 的 {indicator} 没有采用的数值，因此没有可清除的内容。</translation>
    </message>
    <message>
        <source>{k} is no number of clusters. Ask for 1 or more.</source>
        <translation>{k} 不是聚类数目。请给出 1 或更大的数。</translation>
    </message>
    <message>
        <source>{more}Nothing was imported. Mend the file, then import it again.</source>
        <translation>{more}未导入任何内容。请修正文件后再导入。</translation>
    </message>
    <message>
        <source>{noun} “{given}” is in use: {uses}. Nothing was changed. {advice}</source>
        <translation>{noun}“{given}”正在使用：{uses}。未作任何更改。{advice}</translation>
    </message>
    <message>
        <source>{option} belongs to computed clusters, and --grouping {grouping} was asked for. Leave one of them out.</source>
        <translation>{option} 用于计算聚类，却又指定了 --grouping {grouping}。请去掉其中之一。</translation>
    </message>
    <message>
        <source>{rows} rows reach beyond the last one and bear no names. Paste them with their names, or leave them out.</source>
        <translation>有 {rows} 行超出最后一行且没有名称。请连同名称粘贴，或舍弃它们。</translation>
    </message>
    <message>
        <source>{status}: shown, not scored</source>
        <translation>{status}：显示但不计分</translation>
    </message>
    <message>
        <source>{table}, {row}, column {column}: {problem}</source>
        <translation>{table}，{row}，列 {column}：{problem}</translation>
    </message>
    <message>
        <source>{value} is no {what}. Write a whole number of {least} or more.</source>
        <translation>{value} 不是{what}。请写 {least} 或更大的整数。</translation>
    </message>
    <message>
        <source>{value} of “{area}”, “{indicator}” is no finite number. Give a number, or None for missing.</source>
        <translation>“{area}”“{indicator}”的 {value} 不是有限的数。请给出数字，或用 None 表示缺失。</translation>
    </message>
    <message>
        <source>“lower” must be below “upper”.</source>
        <translation>“lower”必须小于“upper”。</translation>
    </message>
    <message>
        <source>“low” is above “high”.</source>
        <translation>“low”大于“high”。</translation>
    </message>
    <message>
        <source>“{0}” is missing.</source>
        <translation>缺少“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is no code of Type Aggregate.{1}</source>
        <translation>“{0}”不是 Type 为 Aggregate 的代码。{1}</translation>
    </message>
    <message>
        <source>“{0}” is no code of Type Denominator.{1}</source>
        <translation>“{0}”不是 Type 为 Denominator 的代码。{1}</translation>
    </message>
    <message>
        <source>“{0}” is no direction; write 1 (higher is better), -1 or 0</source>
        <translation>“{0}”不是方向；请写 1（越高越好）、-1 或 0</translation>
    </message>
    <message>
        <source>“{0}” is no number of degrees from −{1} to {2} with a decimal point</source>
        <translation>“{0}”不是介于 −{1} 与 {2} 之间、用小数点书写的度数</translation>
    </message>
    <message>
        <source>“{0}” is none of number, ordinal, text</source>
        <translation>“{0}”不属于 number、ordinal、text</translation>
    </message>
    <message>
        <source>“{0}” is none of {1}</source>
        <translation>“{0}”不属于 {1}</translation>
    </message>
    <message>
        <source>“{0}” is none of {1}.{2}</source>
        <translation>“{0}”不属于 {1}。{2}</translation>
    </message>
    <message>
        <source>“{0}” is the name of {1}; write the code</source>
        <translation>“{0}”是{1}的名称；请写代码</translation>
    </message>
    <message>
        <source>“{0}” lies in “{1}” itself</source>
        <translation>“{0}”位于“{1}”自身之内</translation>
    </message>
    <message>
        <source>“{0}” stands in row {1} already</source>
        <translation>“{0}”已出现在第 {1} 行</translation>
    </message>
    <message>
        <source>“{0}” stands twice; codes are unique.</source>
        <translation>“{0}”出现了两次；代码须唯一。</translation>
    </message>
    <message>
        <source>“{0}”{1} stands twice; codes are unique.</source>
        <translation>“{0}”{1} 出现了两次；代码须唯一。</translation>
    </message>
    <message>
        <source>“{area}” cannot lie in “{parent}”, which lies in “{area}” itself. Choose another parent.</source>
        <translation>“{area}”不能位于“{parent}”之中，因为后者就在“{area}”之内。请另选上级。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as {encoding}: {problem}. Choose another encoding.</source>
        <translation>“{file}”无法按 {encoding} 读取：{problem}。请选择其他编码。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as {encoding}: {problem}. Name another with `--encoding`. Nothing was changed.</source>
        <translation>“{file}”无法按 {encoding} 读取：{problem}。请用 `--encoding` 指定其他编码。未作任何更改。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {problem}. Nothing was changed.</source>
        <translation>“{file}”无法读取：{problem}。未作任何更改。</translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8, and which encoding it is cannot be told with certainty (first at byte {byte}). Save it as UTF-8, or name the encoding with `--encoding`, as in `--encoding windows-1252`. Nothing was changed.</source>
        <translation>“{file}”不是 UTF-8，且无法确定其编码（首处在第 {byte} 字节）。请存为 UTF-8，或用 `--encoding` 指定编码，例如 `--encoding windows-1252`。未作任何更改。</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are all that “{parent}” is made of, so they are together already.</source>
        <translation>“{parent}”仅由“{first}”和“{second}”组成，二者已在一起。</translation>
    </message>
    <message>
        <source>“{first}” cannot be put together with “{second}”: one is inside the other.</source>
        <translation>“{first}”与“{second}”不能合并：其中一个在另一个之内。</translation>
    </message>
    <message>
        <source>“{given}” cannot be the code of {noun}. Give a short one without spaces, such as wuhan or ai-papers.</source>
        <translation>“{given}”不能作为{noun}的代码。请给出不含空格的短代码，例如 wuhan 或 ai-papers。</translation>
    </message>
    <message>
        <source>“{given}” cannot be the name of {noun}. Give one line of text, such as Before the review.</source>
        <translation>“{given}”不能作为{noun}的名称。请给出一行文字，例如“评审之前”。</translation>
    </message>
    <message>
        <source>“{given}” does not say what a locator becomes. Write OLD=NEW, as in “p. 3=p. 5”.</source>
        <translation>“{given}”没有说明定位变为什么。请写成 旧=新，例如“p. 3=p. 5”。</translation>
    </message>
    <message>
        <source>“{given}” is no SDMX observation status. Use one of: {known}.</source>
        <translation>“{given}”不是 SDMX 观测状态。请使用：{known}。</translation>
    </message>
    <message>
        <source>“{given}” is no colour. Write it as #RRGGBB, such as #2A6FDB, or leave it out.</source>
        <translation>“{given}”不是颜色。请写成 #RRGGBB，例如 #2A6FDB，或省略。</translation>
    </message>
    <message>
        <source>“{given}” is no status. Use one of: {choices}.</source>
        <translation>“{given}”不是状态。请使用：{choices}。</translation>
    </message>
    <message>
        <source>“{given}” is no {what}. {advice}</source>
        <translation>“{given}”不是{what}。{advice}</translation>
    </message>
    <message>
        <source>“{given}” means {count} archived copies. Name one by the beginning of its checksum: {known}.</source>
        <translation>“{given}”对应 {count} 个存档副本。请用校验和的开头指明一个：{known}。</translation>
    </message>
    <message>
        <source>“{given}” names nothing. Write a name, or a language and a name, as in zh=武汉.</source>
        <translation>“{given}”没有给出名称。请写名称，或语言加名称，例如 zh=武汉。</translation>
    </message>
    <message>
        <source>“{given}”: {problem} Write CODE=SHARE with a part of {node} ({parts}) and a number from 0 to 100.</source>
        <translation>“{given}”：{problem}请写成 CODE=SHARE，其中为 {node} 的一个部分（{parts}）和 0 到 100 之间的数。</translation>
    </message>
    <message>
        <source>“{indicator}” of area “{area}”: its low, {low:g}, is above its high, {high:g}. Swap or mend them.</source>
        <translation>地区“{area}”的“{indicator}”：下限 {low:g} 高于上限 {high:g}。请对调或修正。</translation>
    </message>
    <message>
        <source>“{key}” cannot be deleted: it is named by {uses}. Nothing was changed. Merge it into the source that should stand for it, or cite another one in its place first.</source>
        <translation>“{key}”不能删除：{uses} 指称了它。未作任何更改。请将其合并到应代表它的来源，或先改为引用其他来源。</translation>
    </message>
    <message>
        <source>“{key}” cannot be merged into itself. Name the source to keep first, then the others.</source>
        <translation>“{key}”不能与自身合并。请先写要保留的来源，再写其他来源。</translation>
    </message>
    <message>
        <source>“{key}” was merged into “{into}” before. Work with “{into}”, or undo that merge first.</source>
        <translation>“{key}”先前已合并到“{into}”。请使用“{into}”，或先撤销那次合并。</translation>
    </message>
    <message>
        <source>“{label}” cannot be undone: {what} has been changed since by something that Citeria did not record in order. Nothing was changed. Look at the history of that value and set it by hand.</source>
        <translation>“{label}”无法撤销：{what}此后被 Citeria 未按顺序记录的操作更改。未作任何更改。请查看该数值的历史并手动设置。</translation>
    </message>
    <message>
        <source>“{name}” of {source} cannot be opened: {reason}.</source>
        <translation>{source} 的“{name}”无法打开：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” says no format that pictures have. Let its name end in {known}.</source>
        <translation>“{name}”没有表明图片的格式。请让名称以 {known} 结尾。</translation>
    </message>
    <message>
        <source>“{node}” cannot be moved below “{parent}”, which is itself a part of “{node}”. Choose another place.</source>
        <translation>“{node}”不能移到“{parent}”之下，因为后者是“{node}”的一部分。请另选位置。</translation>
    </message>
    <message>
        <source>“{node}” has no parts to share. Nodes with parts: {nodes}.</source>
        <translation>“{node}”没有可分配份额的部分。有部分的节点：{nodes}。</translation>
    </message>
    <message>
        <source>“{node}” has parts and cannot stand for an indicator. Move or remove its parts first.</source>
        <translation>“{node}”有组成部分，不能代表指标。请先移动或移除其组成部分。</translation>
    </message>
    <message>
        <source>“{node}” is the root of the index and stays where it is. Change its parts, or remove the whole index.</source>
        <translation>“{node}”是指数的根，位置不变。请更改其组成部分，或移除整个指数。</translation>
    </message>
    <message>
        <source>“{node}” needs a parent: an index has one root, “{root}”.</source>
        <translation>“{node}”需要上级：指数只有一个根“{root}”。</translation>
    </message>
    <message>
        <source>“{parent}” stands for the indicator “{indicator}” and can have no parts. Choose a node above it.</source>
        <translation>“{parent}”代表指标“{indicator}”，不能有组成部分。请选择其上级节点。</translation>
    </message>
    <message>
        <source>“{path}” can only be read. Nothing was changed. Save a copy to a folder that can be written, and work there.</source>
        <translation>“{path}”只能读取。未作任何更改。请把副本保存到可写的文件夹并在那里工作。</translation>
    </message>
    <message>
        <source>“{path}” cannot be archived: its content is no PDF, HTML page, picture or plain text, whatever its name says. Print it to PDF or save it as a picture, then archive that.</source>
        <translation>“{path}”不能存档：无论名称如何，其内容都不是 PDF、HTML 网页、图片或纯文本。请打印为 PDF 或存为图片后再存档。</translation>
    </message>
    <message>
        <source>“{path}” cannot be archived: {reason}. Nothing was changed.</source>
        <translation>“{path}”不能存档：{reason}。未作任何更改。</translation>
    </message>
    <message>
        <source>“{path}” changed while it was read. Nothing was archived. Wait until it is written, then try again.</source>
        <translation>“{path}”在读取时发生变化。未存档任何内容。请等它写完后重试。</translation>
    </message>
    <message>
        <source>“{path}” could not be used: {reason}. Nothing was changed. Check the disk, then try again.</source>
        <translation>“{path}”无法使用：{reason}。未作任何更改。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}. Choose a folder that can be written to.</source>
        <translation>“{path}”无法写入：{reason}。请选择可写的文件夹。</translation>
    </message>
    <message>
        <source>“{path}” exists already and was left as it is. Choose another name, or add --force to replace it.</source>
        <translation>“{path}”已存在，保持原样。请另选名称，或加 --force 替换。</translation>
    </message>
    <message>
        <source>“{path}” exists already and was left as it is. Choose another name.</source>
        <translation>“{path}”已存在，保持原样。请另选名称。</translation>
    </message>
    <message>
        <source>“{path}” has {size:,} bytes; a project holds files of up to {most:,}. Nothing was changed. Link it instead: then its checksum is kept, and the file stays where it is.</source>
        <translation>“{path}”有 {size:,} 字节；项目最多容纳 {most:,} 字节的文件。未作任何更改。请改为链接：只保存其校验和，文件留在原处。</translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}). It was left as it is. Restore it from a backup or a saved copy, or recover what can be read with “sqlite3 FILE .recover”.</source>
        <translation>“{path}”已损坏（{reason}），保持原样。请从备份或保存的副本恢复，或用“sqlite3 FILE .recover”挽救可读部分。</translation>
    </message>
    <message>
        <source>“{path}” is locked: another program is writing to it. Nothing was changed. Close the other program or wait for it, then try again.</source>
        <translation>“{path}”被锁定：另一程序正在写入。未作任何更改。请关闭该程序或稍候重试。</translation>
    </message>
    <message>
        <source>“{path}” is not a Citeria project: {reason}. It was left as it is. Choose a *.citeria file.</source>
        <translation>“{path}”不是 Citeria 项目：{reason}，保持原样。请选择 *.citeria 文件。</translation>
    </message>
    <message>
        <source>“{path}” was not closed properly and lies on a medium that cannot be written, so its latest steps cannot be read. Copy it together with “{side}” to a folder that can be written, and open the copy.</source>
        <translation>“{path}”未正常关闭，且位于不可写的介质上，因此无法读取其最近的步骤。请连同“{side}”复制到可写的文件夹后打开副本。</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer Citeria (file version {found}; this program knows {known}). It was left as it is. Update Citeria to open it.</source>
        <translation>“{path}”由较新的 Citeria 写成（文件版本 {found}；本程序支持 {known}），保持原样。请更新 Citeria 后打开。</translation>
    </message>
    <message>
        <source>“{path}” was written by an older Citeria (file version {found}; this program needs {known}) and cannot be updated in place. Copy it to a folder that can be written, and open the copy.</source>
        <translation>“{path}”由较旧的 Citeria 写成（文件版本 {found}；本程序需要 {known}），且无法就地更新。请复制到可写的文件夹后打开副本。</translation>
    </message>
    <message>
        <source>“{path}” was written by an older Citeria (file version {found}; this program needs {known}). Reading alone does not change a file: open it once in the window, or with a command that writes. A copy as it was is kept.</source>
        <translation>“{path}”由较早版本的 Citeria 写成（文件版本 {found}；本程序需要 {known}）。只读取不会改动文件：请在窗口中打开一次，或用会写入的命令打开。原样的副本会保留。</translation>
    </message>
    <message>
        <source>“{printed}” is one number, not a range. Type the value anew with both ends, as in “10–20”.</source>
        <translation>“{printed}”是一个数，不是范围。请重新输入两端，例如“10–20”。</translation>
    </message>
    <message>
        <source>“{reason}” is found by the program and cannot be set by hand. Choose one of: {choices}.</source>
        <translation>“{reason}”由程序判定，不能手动设置。请选择：{choices}。</translation>
    </message>
    <message>
        <source>“{scale}” is no scale of a picture. Give a number from {least} to {most}.</source>
        <translation>“{scale}”不是图片的倍率。请给出 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as a number. Write one such as 1234.5, 12 %, &gt; 5000, ~ 3 or 10–20; if there is no value, record the reason why it is missing instead.</source>
        <translation>“{text}”无法读作数字。请写如 1234.5、12 %、&gt; 5000、~ 3 或 10–20；若没有数值，请改为记录缺失的原因。</translation>
    </message>
    <message>
        <source>“{text}” cannot be used: {problem}. Correct it, or search for the text as it stands.</source>
        <translation>“{text}”无法使用：{problem}。请更正，或按原文查找。</translation>
    </message>
    <message>
        <source>“{text}” compares with no number. Write one of: text · = 5 · ≠ 5 · &gt; 5 · ≥ 5 · &lt; 5 · ≤ 5 · missing · not missing.</source>
        <translation>“{text}”无法与数字比较。请写：文字 · = 5 · ≠ 5 · &gt; 5 · ≥ 5 · &lt; 5 · ≤ 5 · missing · not missing。</translation>
    </message>
    <message>
        <source>“{text}” is a value of {given}, but the cell is that of {period}. Enter it under {given}, or leave {given} out.</source>
        <translation>“{text}”是 {given} 的数值，而单元格属于 {period}。请在 {given} 下输入，或去掉 {given}。</translation>
    </message>
    <message>
        <source>“{text}” is in {given}, but {indicator} is in {unit}. Nothing was converted. Give the value in {unit}; a number alone is read as {unit}.</source>
        <translation>“{text}”以 {given} 为单位，而 {indicator} 以 {unit} 为单位。未作换算。请以 {unit} 给出；单独的数字按 {unit} 读取。</translation>
    </message>
    <message>
        <source>“{text}” is neither the number of a step nor a time. Write 12 (0 is the project as it was made), 2026-11-22 or 2026-11-22T08:36.</source>
        <translation>“{text}”既不是步骤编号也不是时间。请写 12（0 为建立时的项目）、2026-11-22 或 2026-11-22T08:36。</translation>
    </message>
    <message>
        <source>“{text}” is no share. Type one number from 0 to 100, such as 30 or 12.5.</source>
        <translation>“{text}”不是份额。请输入 0 到 100 之间的数，例如 30 或 12.5。</translation>
    </message>
    <message>
        <source>“{text}” is no weight. Type one number, such as 30; weights are relative to those beside them.</source>
        <translation>“{text}”不是权重。请输入一个数，例如 30；权重相对于同级而言。</translation>
    </message>
    <message>
        <source>“{text}” is no {what} of a picture. Give pixels or millimetres, such as 1200 or 180mm: {least} to {most} px.</source>
        <translation>“{text}”不是图片的{what}。请给出像素或毫米，例如 1200 或 180mm：{least} 到 {most} px。</translation>
    </message>
    <message>
        <source>“{text}” is not a period. Write 2020, 2020-03, 2020-Q3, 2018/2019 or undated.</source>
        <translation>“{text}”不是时期。请写 2020、2020-03、2020-Q3、2018/2019 或 undated。</translation>
    </message>
    <message>
        <source>“{text}” is the heading of no {noun} here. Correct it, or paste without headings.</source>
        <translation>“{text}”不是这里任何{noun}的标题。请更正，或不带标题粘贴。</translation>
    </message>
    <message>
        <source>“{text}” may be meant as it stands or in {unit}, the unit of {indicator}. Type the number alone if it is in {unit}, or write its multiplier (thousand, million, billion) beside it.</source>
        <translation>“{text}”可能按字面，也可能以 {indicator} 的单位 {unit} 表示。若以 {unit} 为单位，请只输入数字；否则请在旁边写出倍数（thousand、million、billion）。</translation>
    </message>
    <message>
        <source>“{text}” may mean {first} or {second}. Choose how its numbers are written.</source>
        <translation>“{text}”可能表示 {first} 或 {second}。请选择数字的写法。</translation>
    </message>
    <message>
        <source>“{text}” may mean {first} or {second}. Say how it is written: `--locale {first_locale}` reads {first}, `--locale {second_locale}` reads {second}.</source>
        <translation>“{text}”可能表示 {first} 或 {second}。请说明写法：`--locale {first_locale}` 读作 {first}，`--locale {second_locale}` 读作 {second}。</translation>
    </message>
    <message>
        <source>“{text}” may mean {readings}. Write it so that one is left, for example with the code of its currency.</source>
        <translation>“{text}”可能表示 {readings}。请写得只剩一种读法，例如加上货币代码。</translation>
    </message>
    <message>
        <source>“{text}” says that there is no value. Choose the reason why, or leave such cells as they are.</source>
        <translation>“{text}”表示没有数值。请选择原因，或让这些单元格保持不变。</translation>
    </message>
    <message>
        <source>“{time}” is not a year. A trend needs every Time to be a number, such as 2020.</source>
        <translation>“{time}”不是年份。计算趋势要求每个 Time 都是数字，例如 2020。</translation>
    </message>
    <message>
        <source>“{view}” has no pages, so none of them is “{page}”. Leave the page out.</source>
        <translation>“{view}”没有分页，因此没有“{page}”这一页。请不要指定页。</translation>
    </message>
    <message>
        <source>“{weight}” is no weight for “{node}”. Write a finite number of 0 or more.</source>
        <translation>“{weight}”不是“{node}”的权重。请写 0 或更大的有限数。</translation>
    </message>
    <message>
        <source>… and {count:,} more like these. Mend them, then load the table again; nothing was changed.</source>
        <translation>……还有 {count:,} 个类似的问题。请修正后重新载入表格；未作任何更改。</translation>
    </message>
</context>
<context>
    <name>scene.work</name>
    <message>
        <source>Painting the picture…</source>
        <translation>正在绘制图片……</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>How is “{0}” meant?</source>
        <translation>“{0}”是什么意思？</translation>
    </message>
    <message>
        <source>It means {0}</source>
        <translation>表示 {0}</translation>
    </message>
    <message>
        <source>Maintain an index of cities: every number cited, every rank explained.</source>
        <translation>维护城市指数：每个数字都有引用，每个名次都有解释。</translation>
    </message>
    <message>
        <source>Nothing is stored until you choose. Esc goes back to the text.</source>
        <translation>选择之前不保存任何内容。按 Esc 回到文字。</translation>
    </message>
    <message>
        <source>Which number is meant?</source>
        <translation>所指的是哪个数？</translation>
    </message>
    <message>
        <source>every group</source>
        <translation>所有组</translation>
    </message>
    <message>
        <source>framed: one distinct value</source>
        <translation>带框：只有一个不同的值</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>第 {0} 名</translation>
    </message>
</context>
<context>
    <name>work</name>
    <message>
        <source>Import sources</source>
        <translation>导入来源</translation>
    </message>
    <message>
        <source>References ({0})</source>
        <translation>参考文献（{0}）</translation>
    </message>
    <message>
        <source>Imported {0} of {1} sources from {2}</source>
        <translation>已从 {2} 导入 {1} 个来源中的 {0} 个</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>读取表格</translation>
    </message>
    <message>
        <source>Save table as CSV</source>
        <translation>将表格另存为 CSV</translation>
    </message>
    <message>
        <source>Copied “{view}” as CSV, {count} rows</source>
        <translation>已将“{view}”复制为 CSV，{count} 行</translation>
    </message>
    <message>
        <source>Wrote “{view}” to {file}, {count} rows</source>
        <translation>已将“{view}”写入 {file}，{count} 行</translation>
    </message>
    <message>
        <source>Wrote the picture {file}</source>
        <translation>已写出图片 {file}</translation>
    </message>
    <message>
        <source>Painting the picture…</source>
        <translation>正在绘制图片……</translation>
    </message>
    <message>
        <source>Stopped. Nothing was copied.</source>
        <translation>已停止，未复制任何内容。</translation>
    </message>
    <message>
        <source>Copied a picture of “{view}”</source>
        <translation>已复制“{view}”的图片</translation>
    </message>
    <message>
        <source>“{view}” shows no table to copy</source>
        <translation>“{view}”没有可复制的表格</translation>
    </message>
    <message>
        <source>Copied the table “{view}”, {count} rows</source>
        <translation>已复制表格“{view}”，{count} 行</translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed.</source>
        <translation>已停止，未打印任何内容。</translation>
    </message>
    <message>
        <source>Sent to the printer, {count} pages</source>
        <translation>已发送到打印机，{count} 页</translation>
    </message>
    <message>
        <source>Export workbook</source>
        <translation>导出工作簿</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>正在写入工作簿……</translation>
    </message>
    <message>
        <source>Workbook written: {0}</source>
        <translation>已写出工作簿：{0}</translation>
    </message>
</context>
</TS>
