<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Galley</name>
  <message>
   <source>Read as</source>
   <translation>读取编码</translation>
  </message>
  <message numerus="yes">
   <source>{n} are in doubt</source>
   <translation>
    <numerusform>{n} 篇存疑</numerusform>
   </translation>
  </message>
  <message>
   <source>Import stories</source>
   <translation>导入稿件</translation>
  </message>
  <message>
   <source>Enter or a double click opens a text; untick what is not to be imported.</source>
   <translation>回车或双击打开一篇；不要导入的，取消勾选。</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>It {is_so}</source>
   <translation>该文件{is_so}</translation>
  </message>
  <message>
   <source>Reading {name}, {n} of {all} …</source>
   <translation>正在读取 {name}，第 {n} 个，共 {all} 个…</translation>
  </message>
  <message>
   <source>The original, line by line</source>
   <translation>逐行显示的原文</translation>
  </message>
  <message>
   <source>Taken in anew</source>
   <translation>已重新导入</translation>
  </message>
  <message>
   <source>{stories} imported: {names}.</source>
   <translation>已导入 {stories}：{names}。</translation>
  </message>
  <message>
   <source>Nothing was imported.</source>
   <translation>没有导入任何稿件。</translation>
  </message>
  <message>
   <source>{n} more were refused.</source>
   <translation>另有 {n} 个被拒收。</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>未采用</translation>
  </message>
  <message>
   <source>The mail brings another text, {name}: {headline}</source>
   <translation>邮件中还有另一篇文字，{name}：{headline}</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines left out · click one to put it back</source>
   <translation>
    <numerusform>{n} 行未采用 · 单击即可放回</numerusform>
   </translation>
  </message>
  <message>
   <source>Import it, too</source>
   <translation>也一并导入</translation>
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
   <source>Nothing is in doubt.</source>
   <translation>没有存疑之处。</translation>
  </message>
  <message>
   <source>Put back as a paragraph</source>
   <translation>作为段落放回</translation>
  </message>
  <message>
   <source>The original</source>
   <translation>原文</translation>
  </message>
  <message>
   <source>The story</source>
   <translation>稿件</translation>
  </message>
  <message>
   <source>&amp;Read as</source>
   <translation>读取编码(&amp;R)</translation>
  </message>
  <message>
   <source>Import {name}</source>
   <translation>导入 {name}</translation>
  </message>
  <message>
   <source>Text, mail and wire files (*.txt *.eml *.md *.text);;All files (*)</source>
   <translation>文本、邮件和电讯文件 (*.txt *.eml *.md *.text);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Import a folder</source>
   <translation>导入文件夹</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Change the story</source>
   <translation>修改稿件</translation>
  </message>
  <message>
   <source>There is no desk yet: the chief must make one first.</source>
   <translation>还没有部门：须由总编辑先建立一个。</translation>
  </message>
  <message>
   <source>There are no files in it; nothing was imported.</source>
   <translation>其中没有文件；没有导入任何稿件。</translation>
  </message>
  <message>
   <source>Importing {stories} …</source>
   <translation>正在导入 {stories}…</translation>
  </message>
  <message>
   <source>Look…</source>
   <translation>查看…</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>{slug} was changed.</source>
   <translation>{slug} 已修改。</translation>
  </message>
  <message>
   <source>{stories} were not imported.</source>
   <translation>{stories} 未导入。</translation>
  </message>
  <message>
   <source>click the line of the original that is it</source>
   <translation>请单击原文中对应的一行</translation>
  </message>
  <message>
   <source>The text of the story</source>
   <translation>稿件正文</translation>
  </message>
  <message>
   <source>Press, then click the line of the original that is the {field}</source>
   <translation>按下后，再单击原文中作为{field}的一行</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>No story stands here.</source>
   <translation>这里没有稿件。</translation>
  </message>
  <message>
   <source>No story here holds “{text}”.</source>
   <translation>这里没有含“{text}”的稿件。</translation>
  </message>
  <message>
   <source>{name} has none here.</source>
   <translation>{name} 在这里没有稿件。</translation>
  </message>
  <message>
   <source>No headline yet</source>
   <translation>还没有标题</translation>
  </message>
  <message numerus="yes">
   <source>{n} open comments</source>
   <translation>
    <numerusform>{n} 条未解决的批注</numerusform>
   </translation>
  </message>
  <message>
   <source>{initials}</source>
   <translation>{initials}</translation>
  </message>
  <message>
   <source>signed off {initials}</source>
   <translation>已签发 {initials}</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines over</source>
   <translation>
    <numerusform>超出 {n} 行</numerusform>
   </translation>
  </message>
  <message>
   <source>due {time}</source>
   <translation>截稿 {time}</translation>
  </message>
  <message>
   <source>you are writing</source>
   <translation>您正在写</translation>
  </message>
  <message>
   <source>held by {name}</source>
   <translation>{name} 正占用</translation>
  </message>
  <message>
   <source>by {name}</source>
   <translation>作者 {name}</translation>
  </message>
  <message>
   <source>{desk} · {layout} · revision {n}</source>
   <translation>{desk} · {layout} · 第 {n} 版</translation>
  </message>
  <message>
   <source>written by {name}</source>
   <translation>由 {name} 撰写</translation>
  </message>
  <message>
   <source>changed {time}</source>
   <translation>修改于 {time}</translation>
  </message>
  <message>
   <source>late {time}</source>
   <translation>已逾期 {time}</translation>
  </message>
  <message>
   <source>exported {time}</source>
   <translation>导出于 {time}</translation>
  </message>
  <message>
   <source>held by {name} since {time}</source>
   <translation>{name} 自 {time} 起占用</translation>
  </message>
  <message>
   <source>{lines} of {target} lines</source>
   <translation>{lines} 行，目标 {target} 行</translation>
  </message>
  <message>
   <source>correction {n}</source>
   <translation>第 {n} 次更正</translation>
  </message>
  <message>
   <source>New story</source>
   <translation>新稿件</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>Search stories</source>
   <translation>搜索稿件</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines left</source>
   <translation>
    <numerusform>还余 {n} 行</numerusform>
   </translation>
  </message>
  <message>
   <source>fits</source>
   <translation>合适</translation>
  </message>
  <message>
   <source>This story is being read</source>
   <translation>正在读取这篇稿件</translation>
  </message>
  <message>
   <source>This card is being read</source>
   <translation>正在读取这张卡片</translation>
  </message>
  <message>
   <source>Searches you or others have saved</source>
   <translation>您或他人保存的搜索</translation>
  </message>
  <message numerus="yes">
   <source>{n} more in all desks</source>
   <translation>
    <numerusform>所有部门中还有 {n} 篇</numerusform>
   </translation>
  </message>
  <message>
   <source>Views</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>{total} selected</source>
   <translation>已选 {total}</translation>
  </message>
  <message>
   <source>Saved searches</source>
   <translation>已保存的搜索</translation>
  </message>
  <message>
   <source>Save this search…</source>
   <translation>保存此搜索…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Save this search</source>
   <translation>保存此搜索</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Share it with everybody</source>
   <translation>与所有人共享</translation>
  </message>
  <message>
   <source>Please give it a name.</source>
   <translation>请取一个名称。</translation>
  </message>
  <message>
   <source>None saved yet</source>
   <translation>还没有保存的搜索</translation>
  </message>
  <message>
   <source>List of stories</source>
   <translation>稿件列表</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>Other views</source>
   <translation>其他视图</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>显示的列</translation>
  </message>
  <message>
   <source>Anyone</source>
   <translation>任何人</translation>
  </message>
  <message>
   <source>The order of cards</source>
   <translation>卡片的排列顺序</translation>
  </message>
  <message>
   <source>Show the stories of one writer</source>
   <translation>只显示一位作者的稿件</translation>
  </message>
  <message>
   <source>The columns of the list</source>
   <translation>列表显示的列</translation>
  </message>
  <message>
   <source>Order, writer and saved searches</source>
   <translation>排序、作者和已保存的搜索</translation>
  </message>
  <message>
   <source>All desks</source>
   <translation>所有部门</translation>
  </message>
  <message>
   <source>Ready for print</source>
   <translation>待付印</translation>
  </message>
  <message>
   <source>Spiked and killed</source>
   <translation>已搁置与已撤稿</translation>
  </message>
  <message>
   <source>To export</source>
   <translation>待导出</translation>
  </message>
  <message>
   <source>Nothing waits for export. Approved stories come here.</source>
   <translation>没有等待导出的稿件。签发的稿件会出现在这里。</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>已导出</translation>
  </message>
  <message>
   <source>Nothing has been exported yet. Select an approved story and press Ctrl+Shift+E.</source>
   <translation>还没有导出过。请选中一篇已签发的稿件，按 Ctrl+Shift+E。</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>我的</translation>
  </message>
  <message>
   <source>Desks</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>印刷</translation>
  </message>
  <message>
   <source>Off the path</source>
   <translation>流程之外</translation>
  </message>
  <message>
   <source>{desk} desk</source>
   <translation>{desk}部</translation>
  </message>
  <message>
   <source>My work</source>
   <translation>我的工作</translation>
  </message>
  <message>
   <source>Compare revisions</source>
   <translation>比较版本</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>左右对照</translation>
  </message>
  <message>
   <source>Restore the older…</source>
   <translation>恢复较早的一版…</translation>
  </message>
  <message>
   <source>Proof with changes…</source>
   <translation>带修改标记的校样…</translation>
  </message>
  <message>
   <source>A PDF marked PROOF and REDLINE: what went struck through, what came underlined</source>
   <translation>标有 PROOF 和 REDLINE 的 PDF：删去的加删除线，新增的加下划线</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>改动之处</translation>
  </message>
  <message>
   <source>From</source>
   <translation>从</translation>
  </message>
  <message>
   <source>to</source>
   <translation>到</translation>
  </message>
  <message>
   <source>The texts are the same.</source>
   <translation>两份文字相同。</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>还原</translation>
  </message>
  <message>
   <source>Galley has made a mistake</source>
   <translation>Galley 出了差错</translation>
  </message>
  <message>
   <source>What you have typed is saved. You can go on; if the fault comes back, quit and start again.</source>
   <translation>您输入的内容已经保存。可以继续工作；如果故障再次出现，请退出后重新启动。</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Something in Galley went wrong</source>
   <translation>Galley 内部出了问题</translation>
  </message>
  <message>
   <source>This report helps whoever mends it:</source>
   <translation>这份报告有助于修复问题：</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>The text could not be saved ({why}): copy what you need before you quit.</source>
   <translation>文字无法保存（{why}）：退出前请复制您需要的内容。</translation>
  </message>
  <message>
   <source>This is your text as you left it; you can read and copy it.</source>
   <translation>这是您离开时的文字；可以阅读和复制。</translation>
  </message>
  <message>
   <source>You read revision {n}; what is typed now is not in it yet.</source>
   <translation>您读到的是第 {n} 版；此刻输入的内容还不在其中。</translation>
  </message>
  <message>
   <source>You and {name} changed the same place; yours stands.</source>
   <translation>您和 {name} 改了同一处；目前保留您的。</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>Show the story as it is now</source>
   <translation>显示稿件现在的样子</translation>
  </message>
  <message>
   <source>Write in it</source>
   <translation>开始撰写</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>接手</translation>
  </message>
  <message numerus="yes">
   <source>{n} changes</source>
   <translation>
    <numerusform>{n} 处改动</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changes are kept.</source>
   <translation>
    <numerusform>已保留 {n} 处改动。</numerusform>
   </translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>{changes} by {names} since you had it.</source>
   <translation>自您上次处理以来，{names} 做了{changes}。</translation>
  </message>
  <message>
   <source>Keep all</source>
   <translation>全部保留</translation>
  </message>
  <message>
   <source>Put all back</source>
   <translation>全部还原</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>隐藏</translation>
  </message>
  <message>
   <source>About the selected words:</source>
   <translation>关于所选文字：</translation>
  </message>
  <message>
   <source>About the whole story:</source>
   <translation>关于整篇稿件：</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>批注</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>回复</translation>
  </message>
  <message>
   <source>{name} saved revision {n} meanwhile, and changed a place that you changed too.</source>
   <translation>其间 {name} 保存了第 {n} 版，并改了您也改过的一处。</translation>
  </message>
  <message>
   <source>{name} saved revision {n} meanwhile; both texts were put together.</source>
   <translation>其间 {name} 保存了第 {n} 版；两份文字已经合并。</translation>
  </message>
  <message>
   <source>Use this</source>
   <translation>采用这一份</translation>
  </message>
  <message>
   <source>Whatever you choose, both texts are kept as revisions.</source>
   <translation>无论怎样选择，两份文字都会作为版本保留。</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>以后再决定</translation>
  </message>
  <message>
   <source>Both, mine first</source>
   <translation>两份都要，我的在前</translation>
  </message>
  <message>
   <source>In all places</source>
   <translation>所有各处</translation>
  </message>
  <message>
   <source>The places side by side</source>
   <translation>各处并排对照</translation>
  </message>
  <message>
   <source>You and {name} changed the same place</source>
   <translation>您和 {name} 改了同一处</translation>
  </message>
  <message>
   <source>That of {name}</source>
   <translation>{name} 的</translation>
  </message>
  <message>
   <source>(taken out)</source>
   <translation>（已删去）</translation>
  </message>
  <message>
   <source>Find in this story</source>
   <translation>在本稿中查找</translation>
  </message>
  <message>
   <source>Replace with</source>
   <translation>替换为</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
  <message>
   <source>Replace all</source>
   <translation>全部替换</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>Aa</source>
   <translation>Aa</translation>
  </message>
  <message>
   <source>Capitals and small letters differ</source>
   <translation>区分大小写</translation>
  </message>
  <message>
   <source>Whole</source>
   <translation>整词</translation>
  </message>
  <message>
   <source>Whole words alone</source>
   <translation>只匹配整词</translation>
  </message>
  <message>
   <source>.*</source>
   <translation>.*</translation>
  </message>
  <message>
   <source>A regular expression</source>
   <translation>正则表达式</translation>
  </message>
  <message>
   <source>In selection</source>
   <translation>在所选范围内</translation>
  </message>
  <message>
   <source>Only in what was selected</source>
   <translation>只在先前选中的部分</translation>
  </message>
  <message>
   <source>The one before (Shift+F3)</source>
   <translation>上一处 (Shift+F3)</translation>
  </message>
  <message>
   <source>The next (F3)</source>
   <translation>下一处 (F3)</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭 (Esc)</translation>
  </message>
  <message>
   <source>{n} replaced. {undo}</source>
   <translation>已替换 {n} 处。{undo}</translation>
  </message>
  <message>
   <source>{n} found</source>
   <translation>找到 {n} 处</translation>
  </message>
  <message>
   <source>{at} of {n}</source>
   <translation>第 {at} 处，共 {n} 处</translation>
  </message>
  <message>
   <source>That is no regular expression: {why}.</source>
   <translation>这不是正则表达式：{why}。</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines</source>
   <translation>
    <numerusform>{n} 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} columns</source>
   <translation>
    <numerusform>{n} 栏</numerusform>
   </translation>
  </message>
  <message>
   <source>a word is too wide</source>
   <translation>有一个词太宽</translation>
  </message>
  <message>
   <source>Headline</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Dek</source>
   <translation>副题</translation>
  </message>
  <message>
   <source>Dek: one sentence under the headline</source>
   <translation>副题：标题下的一句话</translation>
  </message>
  <message>
   <source>Leave focus (F11)</source>
   <translation>离开专注模式 (F11)</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines too many</source>
   <translation>
    <numerusform>多出 {n} 行</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n}，至多 {most}</translation>
  </message>
  <message>
   <source>{lines} of {columns}</source>
   <translation>{columns} {lines}</translation>
  </message>
  <message>
   <source>Shown at {share} % of the size of the text below: all of its columns do not fit into this pane</source>
   <translation>显示为下方正文大小的 {share} %：本窗格容不下全部各栏</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>交还</translation>
  </message>
  <message>
   <source>Back to the board (Alt+Left)</source>
   <translation>返回看板 (Alt+Left)</translation>
  </message>
  <message>
   <source>The other moves, and why they cannot be made now</source>
   <translation>其他流转，以及现在不能进行的原因</translation>
  </message>
  <message>
   <source>Other moves</source>
   <translation>其他流转</translation>
  </message>
  <message>
   <source>Details (Ctrl+Alt+D)</source>
   <translation>详情（Ctrl+Alt+D）</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>详情</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>校样</translation>
  </message>
  <message>
   <source>Let others write in it; what you typed is saved</source>
   <translation>让别人可以撰写；您输入的内容已经保存</translation>
  </message>
  <message>
   <source>The page as it will print, its plates and its ink (F12)</source>
   <translation>成品页面、各印版与油墨（F12）</translation>
  </message>
  <message>
   <source>The print-ready file</source>
   <translation>可付印的文件</translation>
  </message>
  <message>
   <source>revision {n}</source>
   <translation>第 {n} 版</translation>
  </message>
  <message>
   <source>Why is it held back no longer?</source>
   <translation>为什么不再扣发？</translation>
  </message>
  <message>
   <source>Lift the hold</source>
   <translation>解除扣发</translation>
  </message>
  <message>
   <source>Ask for a check</source>
   <translation>要求核查</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>要求</translation>
  </message>
  <message>
   <source>What is to be looked at?</source>
   <translation>要核查什么？</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>签字</translation>
  </message>
  <message>
   <source>What did you find?</source>
   <translation>核查结果如何？</translation>
  </message>
  <message>
   <source>Hold back from print…</source>
   <translation>扣发…</translation>
  </message>
  <message>
   <source>Ask for a check…</source>
   <translation>要求核查…</translation>
  </message>
  <message>
   <source>Let {slug} be printed</source>
   <translation>允许 {slug} 付印</translation>
  </message>
  <message>
   <source>The check {name} is done</source>
   <translation>核查“{name}”已完成</translation>
  </message>
  <message>
   <source>Why is it held back?</source>
   <translation>为什么扣发？</translation>
  </message>
  <message>
   <source>Hold back</source>
   <translation>扣发</translation>
  </message>
  <message>
   <source>It can still be written and approved, and leaves the newsroom for print with nobody.</source>
   <translation>仍可继续写作和批准，但任何人都不能导出付印。</translation>
  </message>
  <message>
   <source>Held back until</source>
   <translation>扣发至</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>核查</translation>
  </message>
  <message>
   <source>Hold back {slug}</source>
   <translation>扣发 {slug}</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>至</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Ctrl+Enter</translation>
  </message>
  <message>
   <source>Write something first</source>
   <translation>请先写点内容</translation>
  </message>
  <message>
   <source>New paragraph:</source>
   <translation>新段落：</translation>
  </message>
  <message>
   <source>Paragraph deleted:</source>
   <translation>删去的段落：</translation>
  </message>
  <message>
   <source>“{old}” became “{new}”</source>
   <translation>“{old}”改为“{new}”</translation>
  </message>
  <message>
   <source>{field}:</source>
   <translation>{field}：</translation>
  </message>
  <message>
   <source>“{words}” deleted</source>
   <translation>删去“{words}”</translation>
  </message>
  <message>
   <source>“{words}” added</source>
   <translation>加入“{words}”</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>批注栏</translation>
  </message>
  <message>
   <source>Resolved: {words}</source>
   <translation>已解决：{words}</translation>
  </message>
  <message>
   <source>its text is gone</source>
   <translation>所批注的文字已不在</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <source>Resolve</source>
   <translation>解决</translation>
  </message>
  <message>
   <source>Opening the story …</source>
   <translation>正在打开稿件…</translation>
  </message>
  <message>
   <source>Setting the page …</source>
   <translation>正在排版…</translation>
  </message>
  <message>
   <source>Copy my text</source>
   <translation>复制我的文字</translation>
  </message>
  <message>
   <source>Nothing is left to choose: both texts say the same there.</source>
   <translation>无须再选：两份文字在该处相同。</translation>
  </message>
  <message>
   <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</source>
   <translation>图片 (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</translation>
  </message>
  <message>
   <source>the picture</source>
   <translation>该图片</translation>
  </message>
  <message>
   <source>Insert a picture</source>
   <translation>插入图片</translation>
  </message>
  <message numerus="yes">
   <source>{n} more pictures wait to be put in.</source>
   <translation>
    <numerusform>另有 {n} 张图片等待插入。</numerusform>
   </translation>
  </message>
  <message>
   <source>Reading {name} …</source>
   <translation>正在读取 {name}…</translation>
  </message>
  <message>
   <source>No picture was put in.</source>
   <translation>没有插入图片。</translation>
  </message>
  <message>
   <source>The picture was not put in: you cannot write here now.</source>
   <translation>图片没有插入：您现在不能在此撰写。</translation>
  </message>
  <message>
   <source>{name} is read.</source>
   <translation>已读取 {name}。</translation>
  </message>
  <message>
   <source>The part of the picture that is printed</source>
   <translation>图片中付印的部分</translation>
  </message>
  <message>
   <source>Drag over the part to print; arrows move it, Shift with arrows changes its size</source>
   <translation>拖出要付印的部分；方向键移动，Shift 加方向键改变大小</translation>
  </message>
  <message>
   <source>no date in the file</source>
   <translation>文件中没有日期</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>Proportions of the part</source>
   <translation>裁切比例</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>像素</translation>
  </message>
  <message>
   <source>Insert</source>
   <translation>插入</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>修改</translation>
  </message>
  <message>
   <source>Cutline</source>
   <translation>图注</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>图片署名</translation>
  </message>
  <message>
   <source>Columns wide</source>
   <translation>占栏数</translation>
  </message>
  <message>
   <source>What it shows</source>
   <translation>图中内容</translation>
  </message>
  <message>
   <source>Drag over the part that is to be printed.</source>
   <translation>请拖出要付印的部分。</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>整张图片</translation>
  </message>
  <message>
   <source>taken {date}</source>
   <translation>摄于 {date}</translation>
  </message>
  <message>
   <source>credit: {credit}</source>
   <translation>署名：{credit}</translation>
  </message>
  <message>
   <source>caption: {caption}</source>
   <translation>图注：{caption}</translation>
  </message>
  <message>
   <source>{columns} · {width} × {height} mm · {ppi} ppi</source>
   <translation>{columns} · {width} × {height} 毫米 · {ppi} ppi</translation>
  </message>
  <message>
   <source>too coarse: {n} are wanted</source>
   <translation>分辨率太低：需要 {n}</translation>
  </message>
  <message>
   <source>It took {n} ms for one paragraph.</source>
   <translation>处理一个段落用了 {n} 毫秒。</translation>
  </message>
  <message>
   <source>The rule “{name}” of house style takes too long and is switched off: the chief can mend it.</source>
   <translation>用语规则“{name}”耗时太长，已停用：总编辑可以修改它。</translation>
  </message>
  <message>
   <source>Looking for suggestions …</source>
   <translation>正在查找建议…</translation>
  </message>
  <message>
   <source>Dismiss here</source>
   <translation>在此不提示</translation>
  </message>
  <message>
   <source>No suggestions</source>
   <translation>没有建议</translation>
  </message>
  <message>
   <source>Add “{word}” for the newsroom</source>
   <translation>把“{word}”加入编辑部词表</translation>
  </message>
  <message>
   <source>This rule stops the story: the chief can change it.</source>
   <translation>这条规则会拦下稿件：总编辑可以更改。</translation>
  </message>
  <message>
   <source>Next remark</source>
   <translation>下一处提示</translation>
  </message>
  <message>
   <source>Remark before</source>
   <translation>上一处提示</translation>
  </message>
  <message>
   <source>Suggestions</source>
   <translation>建议</translation>
  </message>
  <message>
   <source>Spelling and house style find nothing to remark in this story.</source>
   <translation>拼写和用语规则没有发现需要提示之处。</translation>
  </message>
  <message>
   <source>Add “{word}” for me</source>
   <translation>把“{word}”加入我的词表</translation>
  </message>
  <message>
   <source>Ignore here</source>
   <translation>在此忽略</translation>
  </message>
  <message>
   <source>Write it in another way</source>
   <translation>换一种写法</translation>
  </message>
  <message>
   <source>“{word}” is kept: Settings, Spelling has the lists.</source>
   <translation>“{word}”已保留：词表在“设置”的“拼写”中。</translation>
  </message>
  <message>
   <source>{why} What you type is kept on this computer, and sent when the newsroom is back.</source>
   <translation>{why}您输入的内容保存在这台电脑上，编辑部恢复连接后即发送。</translation>
  </message>
  <message>
   <source>The newsroom is back: all that you typed is stored there.</source>
   <translation>编辑部已恢复连接：您输入的内容都已存入。</translation>
  </message>
  <message>
   <source>What you type cannot be stored anywhere: {why} Copy what you need.</source>
   <translation>您输入的内容无处可存：{why}请复制您需要的内容。</translation>
  </message>
  <message>
   <source>What you typed here and did not save was damaged; it is kept as {path}.</source>
   <translation>您在此输入而未保存的内容已损坏；保留为 {path}。</translation>
  </message>
  <message>
   <source>You have let go of this story: others may write in it.</source>
   <translation>您已交还这篇稿件：别人可以撰写。</translation>
  </message>
  <message>
   <source>You typed something here at {time} that is not in this revision; it is kept until you may write.</source>
   <translation>您于 {time} 在此输入过这一版所没有的内容；会一直保留到您可以撰写为止。</translation>
  </message>
  <message>
   <source>What you typed in {slug} waited for this number, which is another story now; it is kept as {path}.</source>
   <translation>您在 {slug} 中输入的内容原属这个编号，而它如今是另一篇稿件；保留为 {path}。</translation>
  </message>
  <message>
   <source>This computer had kept what you typed here at {time}; you typed on since. It is kept as {path}.</source>
   <translation>这台电脑保留了您于 {time} 在此输入的内容；此后您又继续输入。保留为 {path}。</translation>
  </message>
  <message>
   <source>This is what you typed until {time}; it is not a revision yet.</source>
   <translation>这是您到 {time} 为止输入的内容；还不是一个版本。</translation>
  </message>
  <message>
   <source>{why}, since {time}.</source>
   <translation>{why}，自 {time} 起。</translation>
  </message>
  <message>
   <source>{slug} was {done} meanwhile: it stands in {stage} now.</source>
   <translation>{slug} 其间已{done}：现处于“{stage}”。</translation>
  </message>
  <message>
   <source>moved</source>
   <translation>流转</translation>
  </message>
  <message>
   <source>{why} The story keeps its slug {slug}; all else is saved.</source>
   <translation>{why}稿件沿用稿名 {slug}；其余均已保存。</translation>
  </message>
  <message>
   <source>What you typed meanwhile is kept until you may write here.</source>
   <translation>您其间输入的内容会一直保留到您可以撰写为止。</translation>
  </message>
  <message>
   <source>What you typed is kept and waits for you here.</source>
   <translation>您输入的内容已经保留，在此等您。</translation>
  </message>
  <message>
   <source>What you typed is kept, and what was stored by then is a revision of its own.</source>
   <translation>您输入的内容已经保留，此前存下的是一个单独的版本。</translation>
  </message>
  <message>
   <source>{why} What you typed is kept and waits for you in this story.</source>
   <translation>{why}您输入的内容已经保留，在这篇稿件中等您。</translation>
  </message>
  <message>
   <source>{name} has taken this story over.</source>
   <translation>{name} 已接手这篇稿件。</translation>
  </message>
  <message>
   <source>Revision {n} is saved.</source>
   <translation>第 {n} 版已保存。</translation>
  </message>
  <message>
   <source>Ednote</source>
   <translation>编辑备注</translation>
  </message>
  <message>
   <source>A note to colleagues; it is never printed.</source>
   <translation>给同事的备注；从不付印。</translation>
  </message>
  <message>
   <source>Compare revisions…</source>
   <translation>比较版本…</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>Not checked: its page cannot be set</source>
   <translation>未检查：版面无法排出</translation>
  </message>
  <message>
   <source>open</source>
   <translation>未定</translation>
  </message>
  <message>
   <source> lines</source>
   <translation> 行</translation>
  </message>
  <message>
   <source>Set the due time</source>
   <translation>设定截稿时间</translation>
  </message>
  <message>
   <source>No due time</source>
   <translation>没有截稿时间</translation>
  </message>
  <message>
   <source>Set them all</source>
   <translation>全部改好</translation>
  </message>
  <message>
   <source>Set the quotes, apostrophes and dashes of the story’s language.</source>
   <translation>按稿件的语言改好全篇的引号、撇号和破折号。</translation>
  </message>
  <message>
   <source>Show where</source>
   <translation>显示位置</translation>
  </message>
  <message>
   <source>Set…</source>
   <translation>设定…</translation>
  </message>
  <message>
   <source>by nobody</source>
   <translation>无人</translation>
  </message>
  <message>
   <source>✓ Approved as it stands</source>
   <translation>✓ 已按现状签发</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>截稿</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>版式</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>部门</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>Claimed</source>
   <translation>占用</translation>
  </message>
  <message>
   <source>Writer</source>
   <translation>作者</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>字数</translation>
  </message>
  <message>
   <source>Signed off</source>
   <translation>签发</translation>
  </message>
  <message>
   <source>by {name} since {time}</source>
   <translation>{name}，自 {time} 起</translation>
  </message>
  <message>
   <source>✓ Nothing stands in the way of approval</source>
   <translation>✓ 没有妨碍签发的问题</translation>
  </message>
  <message>
   <source>Before it can be approved</source>
   <translation>签发之前须处理</translation>
  </message>
  <message>
   <source>Worth a look before approval</source>
   <translation>签发之前值得一看</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines under the target</source>
   <translation>
    <numerusform>比目标少 {n} 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines over the target</source>
   <translation>
    <numerusform>比目标多 {n} 行</numerusform>
   </translation>
  </message>
  <message>
   <source>Go to the cut</source>
   <translation>到截断处</translation>
  </message>
  <message>
   <source>Held back from print by {name} until {time}: {reason}</source>
   <translation>{name} 扣发至 {time}：{reason}</translation>
  </message>
  <message>
   <source>Held back from print by {name} until that is lifted: {reason}</source>
   <translation>{name} 扣发，直到解除：{reason}</translation>
  </message>
  <message>
   <source>✓ {check}: done by {name}, {time}</source>
   <translation>✓ {check}：{name} 已完成，{time}</translation>
  </message>
  <message>
   <source>! {check}: asked for by {name}</source>
   <translation>! {check}：{name} 要求核查</translation>
  </message>
  <message>
   <source>! {check}: needed by its kind</source>
   <translation>! {check}：此类稿件必须核查</translation>
  </message>
  <message>
   <source>It is done…</source>
   <translation>已完成…</translation>
  </message>
  <message>
   <source>No longer needed</source>
   <translation>不再需要</translation>
  </message>
  <message>
   <source>Hold back…</source>
   <translation>扣发…</translation>
  </message>
  <message>
   <source>Lift the hold…</source>
   <translation>解除扣发…</translation>
  </message>
  <message>
   <source>! {check}: the text was changed since {name} did it</source>
   <translation>! {check}：{name} 核查之后文字已有改动</translation>
  </message>
  <message>
   <source>The check {name} is no longer needed</source>
   <translation>不再需要核查“{name}”</translation>
  </message>
  <message>
   <source>Fits</source>
   <translation>合适</translation>
  </message>
  <message>
   <source>▲ {lines} over</source>
   <translation>▲ 超出 {lines}</translation>
  </message>
  <message>
   <source>{lines} under</source>
   <translation>还差 {lines}</translation>
  </message>
  <message>
   <source>{n} cm</source>
   <translation>{n} 厘米</translation>
  </message>
  <message>
   <source>{n} column in</source>
   <translation>{n} 栏英寸</translation>
  </message>
  <message>
   <source>{lines:,} of {target:,} lines</source>
   <translation>{lines:,} 行，目标 {target:,} 行</translation>
  </message>
  <message>
   <source>about {words}</source>
   <translation>约 {words}</translation>
  </message>
  <message numerus="yes">
   <source>{n} words</source>
   <translation>
    <numerusform>{n} 字</numerusform>
   </translation>
  </message>
  <message>
   <source>Picture…</source>
   <translation>图片…</translation>
  </message>
  <message>
   <source>No pictures. Drop one on the text, paste it, or choose a file.</source>
   <translation>没有图片。可拖到正文上、粘贴，或选择文件。</translation>
  </message>
  <message>
   <source>! No cutline</source>
   <translation>! 没有图注</translation>
  </message>
  <message>
   <source>! No credit</source>
   <translation>! 没有图片署名</translation>
  </message>
  <message>
   <source>Nobody has written what it shows</source>
   <translation>还没有人写明图中内容</translation>
  </message>
  <message>
   <source>Details…</source>
   <translation>详情…</translation>
  </message>
  <message>
   <source>! Its file is not in this newsroom</source>
   <translation>! 编辑部里没有这个文件</translation>
  </message>
  <message>
   <source>Comments</source>
   <translation>批注</translation>
  </message>
  <message>
   <source>No comments. Select words and press Ctrl+Alt+M to write one.</source>
   <translation>没有批注。选中文字后按 Ctrl+Alt+M 写一条。</translation>
  </message>
  <message numerus="yes">
   <source>{n} remarks</source>
   <translation>
    <numerusform>{n} 处提示</numerusform>
   </translation>
  </message>
  <message>
   <source>read only</source>
   <translation>只读</translation>
  </message>
  <message>
   <source>All but the slug saved {time}</source>
   <translation>除稿名外均已保存 {time}</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>已保存 {time}</translation>
  </message>
  <message>
   <source>Revision {n}, {time}</source>
   <translation>第 {n} 版，{time}</translation>
  </message>
  <message>
   <source>Not stored since {time}</source>
   <translation>自 {time} 起未保存</translation>
  </message>
  <message>
   <source>You suggest {changes}, for whoever writes the story to accept; until then it stays as it is.</source>
   <translation>您建议了{changes}，由撰写稿件的人决定是否接受；在此之前，稿件保持不变。</translation>
  </message>
  <message>
   <source>what you type</source>
   <translation>您输入的内容</translation>
  </message>
  <message>
   <source>Some of what you suggest was refused: it is taken out.</source>
   <translation>您建议的部分修改已被拒绝：已从文中移除。</translation>
  </message>
  <message>
   <source>{changes} suggested by {names}.</source>
   <translation>{names} 建议了{changes}。</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>收回</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>Refuse</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>Accept all</source>
   <translation>全部接受</translation>
  </message>
  <message>
   <source>Refuse all</source>
   <translation>全部拒绝</translation>
  </message>
  <message>
   <source>Refused: {change}</source>
   <translation>已拒绝：{change}</translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} 秒</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} typed in it {seconds} ago. What was typed is kept as a revision; they can type no more.</source>
   <translation>{name} {seconds}前还在输入。已输入的内容会保留为一个版本；对方将不能再输入。</translation>
  </message>
  <message>
   <source>Somebody</source>
   <translation>某人</translation>
  </message>
  <message>
   <source>Take {slug} over</source>
   <translation>接手 {slug}</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>Write the story here</source>
   <translation>在此撰写稿件</translation>
  </message>
  <message>
   <source>That is more text than is pasted at once: save it as a file and import that.</source>
   <translation>这超过了一次能粘贴的文字：请存为文件再导入。</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>Link the words</source>
   <translation>为文字加链接</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Where the selected words lead, on screens; in print they look like all others.</source>
   <translation>所选文字在屏幕上通往何处；印出来与其他文字无异。</translation>
  </message>
  <message>
   <source>Take the link away</source>
   <translation>去掉链接</translation>
  </message>
  <message>
   <source>That is no address: it must begin with https://, mailto: or tel:.</source>
   <translation>这不是地址：须以 https://、mailto: 或 tel: 开头。</translation>
  </message>
  <message>
   <source>Language of the words</source>
   <translation>词的语言</translation>
  </message>
  <message>
   <source>The story’s own</source>
   <translation>报道自身的语言</translation>
  </message>
  <message numerus="yes">
   <source>{n} characters</source>
   <translation>
    <numerusform>{n} 字符</numerusform>
   </translation>
  </message>
  <message>
   <source>Selected: {numbers}</source>
   <translation>已选：{numbers}</translation>
  </message>
  <message>
   <source>Kind of paragraph</source>
   <translation>段落类型</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>撤销 (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>重做 (Ctrl+Shift+Z)</translation>
  </message>
  <message>
   <source>Bold (Ctrl+B)</source>
   <translation>粗体 (Ctrl+B)</translation>
  </message>
  <message>
   <source>Italic (Ctrl+I)</source>
   <translation>斜体 (Ctrl+I)</translation>
  </message>
  <message>
   <source>Link (Ctrl+K)</source>
   <translation>链接 (Ctrl+K)</translation>
  </message>
  <message>
   <source>Comment (Ctrl+Alt+M)</source>
   <translation>批注 (Ctrl+Alt+M)</translation>
  </message>
  <message>
   <source>Select the words to link first.</source>
   <translation>请先选中要加链接的文字。</translation>
  </message>
  <message numerus="yes">
   <source>{n} files</source>
   <translation>
    <numerusform>{n} 个文件</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>没有写出任何文件。</translation>
  </message>
  <message>
   <source>Export stories</source>
   <translation>导出稿件</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Ending: the stories under way are let go.</source>
   <translation>正在结束：进行中的稿件不再继续。</translation>
  </message>
  <message>
   <source>How much is exported</source>
   <translation>导出的进度</translation>
  </message>
  <message>
   <source>Stories that were refused, and why</source>
   <translation>被拒的稿件及原因</translation>
  </message>
  <message>
   <source>The export broke off. What the manifest in the folder lists is whole.</source>
   <translation>导出中断了。文件夹中清单所列的都是完整的。</translation>
  </message>
  <message>
   <source>{stories} exported, {files} in {folder}, listed in {manifest}.</source>
   <translation>已导出 {stories}，{files}，存于 {folder}，列于 {manifest}。</translation>
  </message>
  <message>
   <source>Called off. {what} Of the others nothing is left and nothing recorded.</source>
   <translation>已取消。{what}其余的没有留下任何文件，也没有任何记录。</translation>
  </message>
  <message numerus="yes">
   <source>{n} were refused:</source>
   <translation>
    <numerusform>{n} 篇被拒：</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} / {all}</translation>
  </message>
  <message>
   <source>Print-ready files of several stories, with a manifest</source>
   <translation>多篇稿件的可付印文件，附清单</translation>
  </message>
  <message>
   <source>Export all…</source>
   <translation>全部导出…</translation>
  </message>
  <message>
   <source>The {n} selected</source>
   <translation>所选的 {n} 篇</translation>
  </message>
  <message>
   <source>No story here is approved: there is nothing to export.</source>
   <translation>这里没有已签发的稿件：没有可导出的。</translation>
  </message>
  <message>
   <source>All {n} not exported yet</source>
   <translation>尚未导出的全部 {n} 篇</translation>
  </message>
  <message>
   <source>All {n} approved in “{view}”</source>
   <translation>“{view}”中已签发的全部 {n} 篇</translation>
  </message>
  <message>
   <source>Only {slug}</source>
   <translation>只导出 {slug}</translation>
  </message>
  <message>
   <source>Export {n}…</source>
   <translation>导出 {n} 篇…</translation>
  </message>
  <message>
   <source>+ {slug}, exported before</source>
   <translation>+ {slug}，此前已导出</translation>
  </message>
  <message>
   <source>+ {slug}</source>
   <translation>+ {slug}</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>导出到</translation>
  </message>
  <message>
   <source>Their format was approved with them: in another only proofs can be made.</source>
   <translation>版式已随稿件一并签发：换版式只能出校样。</translation>
  </message>
  <message>
   <source>Stories share pages, one below the other</source>
   <translation>稿件共用版面，上下相接</translation>
  </message>
  <message>
   <source>None of these stories can be exported.</source>
   <translation>这些稿件都不能导出。</translation>
  </message>
  <message>
   <source>Choose the folder the files go into.</source>
   <translation>请选择存放文件的文件夹。</translation>
  </message>
  <message>
   <source>Give the file a name.</source>
   <translation>请为文件取名。</translation>
  </message>
  <message>
   <source>Which stories are exported, and which stay, and why</source>
   <translation>哪些稿件导出，哪些不导出，以及原因</translation>
  </message>
  <message>
   <source>Each story’s own</source>
   <translation>各稿件自己的</translation>
  </message>
  <message numerus="yes">
   <source>{n} are not approved and stay</source>
   <translation>
    <numerusform>{n} 篇未签发，不导出</numerusform>
   </translation>
  </message>
  <message>
   <source>A file for each story</source>
   <translation>每篇稿件一个文件</translation>
  </message>
  <message>
   <source>One file named</source>
   <translation>合为一个文件，名为</translation>
  </message>
  <message>
   <source>Stories</source>
   <translation>稿件</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>文件类型</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Name of the file</source>
   <translation>文件名</translation>
  </message>
  <message>
   <source>– {why}</source>
   <translation>– {why}</translation>
  </message>
  <message>
   <source>As the format says</source>
   <translation>按版式规定</translation>
  </message>
  <message>
   <source>Crop and registration marks, colour bar</source>
   <translation>裁切线与套准标记、色标</translation>
  </message>
  <message>
   <source>Without them for printers who measure the ink of the whole sheet.</source>
   <translation>不加标记：供测量整张印张墨量的印刷厂使用。</translation>
  </message>
  <message>
   <source>Export as {name}</source>
   <translation>导出为 {name}</translation>
  </message>
  <message>
   <source>A PDF marked PROOF, with numbered lines.</source>
   <translation>标有 PROOF 的 PDF，行带编号。</translation>
  </message>
  <message>
   <source>A PDF marked PROOF: what went since then is struck through, what came is underlined.</source>
   <translation>标有 PROOF 的 PDF：此后删去的加删除线，新增的加下划线。</translation>
  </message>
  <message>
   <source>Write the proof</source>
   <translation>写出校样</translation>
  </message>
  <message>
   <source>nothing: the story as it stands</source>
   <translation>无：按稿件现状</translation>
  </message>
  <message>
   <source>Write the proof into</source>
   <translation>校样写到</translation>
  </message>
  <message>
   <source>Against</source>
   <translation>对照</translation>
  </message>
  <message>
   <source>Choose the folder the file goes into.</source>
   <translation>请选择存放该文件的文件夹。</translation>
  </message>
  <message>
   <source>Proof of {slug}</source>
   <translation>{slug} 的校样</translation>
  </message>
  <message>
   <source>revision {title}</source>
   <translation>版本 {title}</translation>
  </message>
  <message>
   <source>Its format was approved with it: in another only a proof can be made.</source>
   <translation>版式已随稿件一并签发：换版式只能出校样。</translation>
  </message>
  <message>
   <source>The print-ready file of revision {n}, as it was approved.</source>
   <translation>第 {n} 版的可付印文件，与签发时一致。</translation>
  </message>
  <message>
   <source>Export {slug}</source>
   <translation>导出 {slug}</translation>
  </message>
  <message>
   <source>The story’s own: {layout}</source>
   <translation>稿件自己的：{layout}</translation>
  </message>
  <message>
   <source>Write a proof of {slug} with what changed since revision {old} into</source>
   <translation>将 {slug} 自第 {old} 版以来有改动标记的校样写到</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>已写出：{path}</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>已撤销</translation>
  </message>
  <message numerus="yes">
   <source>{n} replaced</source>
   <translation>
    <numerusform>已替换 {n} 处</numerusform>
   </translation>
  </message>
  <message>
   <source>Replace {n} in {stories}</source>
   <translation>在{stories}中替换 {n} 处</translation>
  </message>
  <message>
   <source>Take out {n} in {stories}</source>
   <translation>在{stories}中删去 {n} 处</translation>
  </message>
  <message>
   <source>{n} undone in {stories}</source>
   <translation>已在{stories}中撤销 {n} 处</translation>
  </message>
  <message>
   <source>{n} replaced in {stories}</source>
   <translation>已在{stories}中替换 {n} 处</translation>
  </message>
  <message>
   <source>Find in stories</source>
   <translation>在多篇稿件中查找</translation>
  </message>
  <message>
   <source>Places in the story</source>
   <translation>稿件中的位置</translation>
  </message>
  <message>
   <source>What stands round each place is shown here.</source>
   <translation>此处显示每个位置的上下文。</translation>
  </message>
  <message>
   <source>Undo in this story</source>
   <translation>撤销本稿的替换</translation>
  </message>
  <message>
   <source>Undo all</source>
   <translation>全部撤销</translation>
  </message>
  <message numerus="yes">
   <source>{n} were left as they are</source>
   <translation>
    <numerusform>{n} 篇未作改动</numerusform>
   </translation>
  </message>
  <message>
   <source>Type what is to be found.</source>
   <translation>请输入要查找的内容。</translation>
  </message>
  <message>
   <source>{found} in {stories}</source>
   <translation>{stories}中有{found}</translation>
  </message>
  <message numerus="yes">
   <source>{n} places</source>
   <translation>
    <numerusform>{n} 处</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing found in {stories}</source>
   <translation>在{stories}中未找到</translation>
  </message>
  <message>
   <source>{n} of {all} looked through</source>
   <translation>已查 {n} / {all}</translation>
  </message>
  <message>
   <source>You are writing in it: replace there, with Ctrl+H.</source>
   <translation>您正在写这篇稿件：请在稿件中按 Ctrl+H 替换。</translation>
  </message>
  <message>
   <source>{name} is writing in it.</source>
   <translation>{name}正在写这篇稿件。</translation>
  </message>
  <message>
   <source>Stories in which it was found</source>
   <translation>找到的稿件</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>稿件</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>阶段</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>找到</translation>
  </message>
  <message numerus="yes">
   <source>{n} more places</source>
   <translation>
    <numerusform>另有 {n} 处</numerusform>
   </translation>
  </message>
  <message>
   <source>Find in many stories</source>
   <translation>在多篇稿件中查找</translation>
  </message>
  <message>
   <source>Drafts and edits</source>
   <translation>草稿和编辑中的稿件</translation>
  </message>
  <message>
   <source>All on the board</source>
   <translation>看板上的全部稿件</translation>
  </message>
  <message>
   <source>All, spiked and killed too</source>
   <translation>全部，包括已搁置和已撤稿的</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>阶段</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>查找</translation>
  </message>
  <message>
   <source>{slug} was changed meanwhile: look for it again.</source>
   <translation>{slug} 在此期间有改动：请重新查找。</translation>
  </message>
  <message>
   <source>{slug} was changed since: its history has the text as it was.</source>
   <translation>{slug} 之后又有改动：原来的文本在其历史记录中。</translation>
  </message>
  <message numerus="yes">
   <source>{n} unread notices</source>
   <translation>
    <numerusform>{n} 条未读通知</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing unread</source>
   <translation>没有未读</translation>
  </message>
  <message>
   <source>Mark all read</source>
   <translation>全部标为已读</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>收件箱</translation>
  </message>
  <message>
   <source>You have not been told anything yet</source>
   <translation>还没有任何通知</translation>
  </message>
  <message numerus="yes">
   <source>{n} stories</source>
   <translation>
    <numerusform>{n} 篇稿件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} 天</numerusform>
   </translation>
  </message>
  <message>
   <source>ddd d MMM</source>
   <translation>M月d日 ddd</translation>
  </message>
  <message numerus="yes">
   <source>{n} min</source>
   <translation>
    <numerusform>{n} 分钟</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h</source>
   <translation>
    <numerusform>{n} 小时</numerusform>
   </translation>
  </message>
  <message>
   <source>ddd d MMM yyyy</source>
   <translation>yyyy年M月d日 ddd</translation>
  </message>
  <message>
   <source>Retire…</source>
   <translation>停用…</translation>
  </message>
  <message>
   <source>Name of another desk</source>
   <translation>另一个部门的名称</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>停用</translation>
  </message>
  <message>
   <source>It takes no more stories. Approved, printed and spiked ones keep it; it can be taken back.</source>
   <translation>它不再接收稿件。已核准、已印出和已搁置的稿件仍归它；以后可以恢复使用。</translation>
  </message>
  <message>
   <source>Desk its stories go to</source>
   <translation>其稿件转入的部门</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>改名</translation>
  </message>
  <message>
   <source>Its new name</source>
   <translation>新名称</translation>
  </message>
  <message>
   <source>Stories, people, limits and saved searches follow; pages carry the new name from now on.</source>
   <translation>稿件、人员、限制和已保存的搜索都会跟随；此后的版面用新名称。</translation>
  </message>
  <message>
   <source>Add desk</source>
   <translation>添加部门</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>改名…</translation>
  </message>
  <message>
   <source>Use again</source>
   <translation>恢复使用</translation>
  </message>
  <message>
   <source>A newsroom needs one desk</source>
   <translation>编辑部至少要有一个部门</translation>
  </message>
  <message numerus="yes">
   <source>{n} stories in Draft and Edit go to:</source>
   <translation>
    <numerusform>草稿和编辑阶段的 {n} 篇稿件转入：</numerusform>
   </translation>
  </message>
  <message>
   <source>It has no stories in Draft and Edit.</source>
   <translation>它在草稿和编辑阶段没有稿件。</translation>
  </message>
  <message>
   <source>There is a desk {name} now.</source>
   <translation>现在有部门 {name} 了。</translation>
  </message>
  <message>
   <source>The desk is called {name} now.</source>
   <translation>该部门现在叫 {name}。</translation>
  </message>
  <message>
   <source>The desk {name} is retired.</source>
   <translation>“{name}”部门已停用。</translation>
  </message>
  <message>
   <source>The desk {name} takes stories again.</source>
   <translation>“{name}”部门重新接收稿件。</translation>
  </message>
  <message>
   <source>Retire the desk {name}</source>
   <translation>停用“{name}”部门</translation>
  </message>
  <message>
   <source>Rename the desk {name}</source>
   <translation>为部门 {name} 改名</translation>
  </message>
  <message>
   <source>{desk} · retired</source>
   <translation>{desk} · 已停用</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>您的设置</translation>
  </message>
  <message>
   <source>The newsroom’s</source>
   <translation>编辑部的设置</translation>
  </message>
  <message>
   <source>that of each computer</source>
   <translation>依各台电脑</translation>
  </message>
  <message>
   <source>Whoever wrote a story does not approve it (four eyes)</source>
   <translation>写稿的人不签发自己的稿件（双人把关）</translation>
  </message>
  <message>
   <source>Without it, each approval by the writer says so for ever</source>
   <translation>若不勾选，作者自己的每次签发都会永远注明</translation>
  </message>
  <message>
   <source>Name of the paper</source>
   <translation>报纸名称</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>时区</translation>
  </message>
  <message>
   <source>The paper needs a name.</source>
   <translation>报纸需要一个名称。</translation>
  </message>
  <message>
   <source>Desk or kind</source>
   <translation>部门或类别</translation>
  </message>
  <message>
   <source>Name of another kind of story: News, Brief, Feature …</source>
   <translation>另一种稿件的名称：消息、简讯、特写…</translation>
  </message>
  <message>
   <source>Name of another kind of story</source>
   <translation>另一种稿件的名称</translation>
  </message>
  <message>
   <source>Add kind</source>
   <translation>添加类别</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>从列表中去掉</translation>
  </message>
  <message>
   <source>For</source>
   <translation>适用于</translation>
  </message>
  <message>
   <source>blocks</source>
   <translation>阻止</translation>
  </message>
  <message>
   <source>blocks approval</source>
   <translation>阻止签发</translation>
  </message>
  <message>
   <source>as the desk</source>
   <translation>同部门</translation>
  </message>
  <message>
   <source>not asked</source>
   <translation>不要求</translation>
  </message>
  <message>
   <source>There is a kind {name} now.</source>
   <translation>现在有类别 {name} 了。</translation>
  </message>
  <message>
   <source>{name} is offered no more; stories that have it keep it.</source>
   <translation>不再提供 {name}；已有它的稿件仍保留。</translation>
  </message>
  <message>
   <source>{kind} (kind)</source>
   <translation>{kind}（类别）</translation>
  </message>
  <message>
   <source>Stories are written in</source>
   <translation>稿件写作视图</translation>
  </message>
  <message>
   <source>Size of the galley</source>
   <translation>栏样的字号</translation>
  </message>
  <message>
   <source>Your password is set. Sign in with it once more, by Switch account…, before you approve or export.</source>
   <translation>您的密码已设好。签发或导出之前，请用“切换账户…”再登录一次。</translation>
  </message>
  <message>
   <source>Change password</source>
   <translation>更改密码</translation>
  </message>
  <message>
   <source>Set a password</source>
   <translation>设置密码</translation>
  </message>
  <message>
   <source>Password now</source>
   <translation>现在的密码</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>新密码</translation>
  </message>
  <message>
   <source>The new one again</source>
   <translation>再输一次新密码</translation>
  </message>
  <message>
   <source>The two new passwords are not the same.</source>
   <translation>两次输入的新密码不一样。</translation>
  </message>
  <message>
   <source>Your password is changed.</source>
   <translation>密码已更改。</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>已保存。</translation>
  </message>
  <message>
   <source>People of the newsroom</source>
   <translation>编辑部人员</translation>
  </message>
  <message>
   <source>Reset password…</source>
   <translation>重设密码…</translation>
  </message>
  <message>
   <source>It is done, and in the newsroom's log.</source>
   <translation>已完成，并记入编辑部日志。</translation>
  </message>
  <message>
   <source>A new account</source>
   <translation>新账户</translation>
  </message>
  <message>
   <source>Active: may sign in and work</source>
   <translation>启用：可以登录和工作</translation>
  </message>
  <message>
   <source>made from the name</source>
   <translation>由姓名生成</translation>
  </message>
  <message>
   <source>short, for signing in</source>
   <translation>登录用的简称</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>重设</translation>
  </message>
  <message>
   <source>A new signing key goes with it; what was approved with the old one stays approved.</source>
   <translation>同时换用新的签名密钥；用旧密钥签发的仍然有效。</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>添加…</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>修改…</translation>
  </message>
  <message>
   <source>no desk</source>
   <translation>没有部门</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>登录名</translation>
  </message>
  <message>
   <source>Initials</source>
   <translation>姓名缩写</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>电子邮件</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>职务</translation>
  </message>
  <message>
   <source>Writes in</source>
   <translation>所写部门</translation>
  </message>
  <message>
   <source>First password</source>
   <translation>初始密码</translation>
  </message>
  <message>
   <source>Give a first password: without one anybody could sign in as this person.</source>
   <translation>请给一个初始密码：没有密码，任何人都可以冒用此人登录。</translation>
  </message>
  <message>
   <source>{n} characters or more</source>
   <translation>至少 {n} 个字符</translation>
  </message>
  <message>
   <source>Reset the password of {name}</source>
   <translation>重设 {name} 的密码</translation>
  </message>
  <message>
   <source>not active</source>
   <translation>未启用</translation>
  </message>
  <message>
   <source>A dictionary of Hunspell</source>
   <translation>Hunspell 词典</translation>
  </message>
  <message>
   <source>Dictionaries (*.dic)</source>
   <translation>词典 (*.dic)</translation>
  </message>
  <message>
   <source>Another word, or Name*</source>
   <translation>另一个词，或 名字*</translation>
  </message>
  <message>
   <source>No words yet.</source>
   <translation>还没有词语。</translation>
  </message>
  <message>
   <source>Add a dictionary…</source>
   <translation>添加词典…</translation>
  </message>
  <message>
   <source>My words</source>
   <translation>我的词</translation>
  </message>
  <message>
   <source>Words of the newsroom</source>
   <translation>编辑部的词</translation>
  </message>
  <message>
   <source>Whose words</source>
   <translation>谁的词</translation>
  </message>
  <message>
   <source>List of words</source>
   <translation>词表</translation>
  </message>
  <message>
   <source>Another word</source>
   <translation>另一个词</translation>
  </message>
  <message>
   <source>“{word}” is right from now on.</source>
   <translation>“{word}”从现在起算对。</translation>
  </message>
  <message>
   <source>“{word}” is off the list.</source>
   <translation>“{word}”已从词表中去掉。</translation>
  </message>
  <message>
   <source>Stories in {language} are checked from now on.</source>
   <translation>从现在起检查{language}的稿件。</translation>
  </message>
  <message>
   <source>Dictionaries: {names}.</source>
   <translation>词典：{names}。</translation>
  </message>
  <message>
   <source>List</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>It would have remarked {places} in {hit} of the newest {n} stories.</source>
   <translation>在最新的 {n} 篇稿件中，它会在 {hit} 中提示 {places}。</translation>
  </message>
  <message>
   <source>published, changed in draft</source>
   <translation>已发布，草稿有改动</translation>
  </message>
  <message>
   <source>published</source>
   <translation>已发布</translation>
  </message>
  <message>
   <source>switched off</source>
   <translation>已停用</translation>
  </message>
  <message>
   <source>Trying it on the newest stories …</source>
   <translation>正在用最新的稿件试用…</translation>
  </message>
  <message numerus="yes">
   <source>{n} rules are drafted.</source>
   <translation>
    <numerusform>已起草 {n} 条规则。</numerusform>
   </translation>
  </message>
  <message>
   <source>No rules yet: write one below, or draft the starter set.</source>
   <translation>还没有规则：请在下面写一条，或起草入门规则。</translation>
  </message>
  <message>
   <source>Draft the starter set</source>
   <translation>起草入门规则</translation>
  </message>
  <message>
   <source>Warns</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Stops the story</source>
   <translation>拦下稿件</translation>
  </message>
  <message>
   <source>All languages</source>
   <translation>所有语言</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>taken up {n}, dismissed {m}</source>
   <translation>采纳 {n} 次，忽略 {m} 次</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>正则表达式</translation>
  </message>
  <message>
   <source>Capitals differ</source>
   <translation>区分大小写</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>新规则</translation>
  </message>
  <message>
   <source>Keep as draft</source>
   <translation>存为草稿</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>试用</translation>
  </message>
  <message>
   <source>Publish the rule</source>
   <translation>发布规则</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>删去规则</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>规则</translation>
  </message>
  <message>
   <source>Where the rule would have remarked something</source>
   <translation>规则会提示的地方</translation>
  </message>
  <message>
   <source>Prefer</source>
   <translation>改用</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>What breaking it does</source>
   <translation>违反的后果</translation>
  </message>
  <message>
   <source>Language it holds in</source>
   <translation>适用语言</translation>
  </message>
  <message>
   <source>Desk it holds in</source>
   <translation>适用部门</translation>
  </message>
  <message>
   <source>Holds in</source>
   <translation>适用于</translation>
  </message>
  <message>
   <source>Breaking it</source>
   <translation>违反时</translation>
  </message>
  <message>
   <source>In the newest {n} stories it would have remarked nothing.</source>
   <translation>在最新的 {n} 篇稿件中，它不会提示任何内容。</translation>
  </message>
  <message>
   <source>“{name}” is drafted: it holds once it is published.</source>
   <translation>“{name}”已起草：发布后生效。</translation>
  </message>
  <message>
   <source>“{name}” holds from now on.</source>
   <translation>“{name}”从现在起生效。</translation>
  </message>
  <message>
   <source>“{name}” is a draft again.</source>
   <translation>“{name}”又是草稿了。</translation>
  </message>
  <message>
   <source>“{name}” is taken out.</source>
   <translation>“{name}”已去掉。</translation>
  </message>
  <message numerus="yes">
   <source>{n} pages</source>
   <translation>
    <numerusform>{n} 页</numerusform>
   </translation>
  </message>
  <message>
   <source>The page appears here.</source>
   <translation>版面显示在这里。</translation>
  </message>
  <message>
   <source>The page as it will be printed</source>
   <translation>付印时的版面</translation>
  </message>
  <message>
   <source>The page before</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>The next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>Marks, and PROOF across what is not approved</source>
   <translation>标记，以及未签发内容上的 PROOF 字样</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>适合窗格</translation>
  </message>
  <message>
   <source>Fit the page into the pane</source>
   <translation>让整页适合窗格</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>放大</translation>
  </message>
  <message>
   <source>Page {n} of {all}</source>
   <translation>第 {n} 页，共 {all} 页</translation>
  </message>
  <message numerus="yes">
   <source>Show {n} places</source>
   <translation>
    <numerusform>显示 {n} 处</numerusform>
   </translation>
  </message>
  <message>
   <source>Checking …</source>
   <translation>正在检查…</translation>
  </message>
  <message>
   <source>Go to the text</source>
   <translation>转到正文</translation>
  </message>
  <message>
   <source>Press check</source>
   <translation>印前检查</translation>
  </message>
  <message>
   <source>The file</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Show it on page {n}</source>
   <translation>在第 {n} 页显示</translation>
  </message>
  <message>
   <source>{n} of {all} rules hold</source>
   <translation>{all} 条规则中 {n} 条合格</translation>
  </message>
  <message>
   <source>How it is shown</source>
   <translation>显示方式</translation>
  </message>
  <message>
   <source>Open a PDF…</source>
   <translation>打开 PDF…</translation>
  </message>
  <message>
   <source>PDF files (*.pdf);;All files (*)</source>
   <translation>PDF 文件 (*.pdf);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Open a PDF</source>
   <translation>打开 PDF</translation>
  </message>
  <message>
   <source>{name}: a press shows it alone, or all again; with Ctrl it is added or taken away</source>
   <translation>{name}：单击只显示此版，再次单击显示全部；按住 Ctrl 可增减</translation>
  </message>
  <message>
   <source>Plates</source>
   <translation>印版</translation>
  </message>
  <message>
   <source>{name} plate</source>
   <translation>{name}版</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Size against that of paper, as far as the screen knows its own</source>
   <translation>相对于纸张的大小，以屏幕所知的尺寸为准</translation>
  </message>
  <message>
   <source>Menu (F10)</source>
   <translation>菜单 (F10)</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>菜单</translation>
  </message>
  <message>
   <source>{n} % of {limit} %</source>
   <translation>{n} %，上限 {limit} %</translation>
  </message>
  <message>
   <source>{n} %, beside the page</source>
   <translation>{n} %，页面之外</translation>
  </message>
  <message>
   <source>At work</source>
   <translation>正在处理</translation>
  </message>
  <message>
   <source>Ink under the mouse</source>
   <translation>鼠标处的油墨</translation>
  </message>
  <message>
   <source>Each plate is drawn by itself: shares of ink, overprint and knock-out are those of the file.</source>
   <translation>每块印版单独绘制：墨量、叠印与镂空均按文件。</translation>
  </message>
  <message>
   <source>Edges are smoothed, so that ink at them is that of a pixel of the screen.</source>
   <translation>边缘经过平滑，该处的墨量是屏幕像素的墨量。</translation>
  </message>
  <message>
   <source>{n} % ink</source>
   <translation>墨量 {n} %</translation>
  </message>
  <message>
   <source>Trim {wide} × {high} mm, bleed {n} mm</source>
   <translation>成品 {wide} × {high} 毫米，出血 {n} 毫米</translation>
  </message>
  <message>
   <source>Colours are those of its profile of the press, on white paper, as far as this screen shows them.</source>
   <translation>颜色按文件所带的印刷机配置文件、以白纸计，以此屏幕所能显示为限。</translation>
  </message>
  <message>
   <source>The file brings no profile of a press: colours are shown as on coated paper.</source>
   <translation>文件不带印刷机配置文件：颜色按涂布纸显示。</translation>
  </message>
  <message>
   <source>Spot colours are shown by the inks that stand for them.</source>
   <translation>专色以其替代油墨显示。</translation>
  </message>
  <message>
   <source>Ink in sight {most} % of {limit} %</source>
   <translation>可见部分墨量 {most} %，上限 {limit} %</translation>
  </message>
  <message>
   <source>{n} of {all} faces embedded</source>
   <translation>{all} 种字体中嵌入了 {n} 种</translation>
  </message>
  <message>
   <source>It names no press</source>
   <translation>未指明印刷条件</translation>
  </message>
  <message>
   <source>Black type on the black plate alone</source>
   <translation>黑字只在黑版上</translation>
  </message>
  <message>
   <source>No trim box</source>
   <translation>没有成品框</translation>
  </message>
  <message>
   <source>no format of ours</source>
   <translation>非本报版式</translation>
  </message>
  <message numerus="yes">
   <source>{n} faces, all embedded</source>
   <translation>
    <numerusform>{n} 种字体，均已嵌入</numerusform>
   </translation>
  </message>
  <message>
   <source>Made for {press}</source>
   <translation>印刷条件：{press}</translation>
  </message>
  <message>
   <source>Trim {wide} × {high} mm, no bleed</source>
   <translation>成品 {wide} × {high} 毫米，无出血</translation>
  </message>
  <message>
   <source>The page as it will print</source>
   <translation>成品页面</translation>
  </message>
  <message>
   <source>being read</source>
   <translation>正在读取</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>未能读取</translation>
  </message>
  <message>
   <source>Page {n} of {all}, {size} %</source>
   <translation>第 {n} 页，共 {all} 页，{size} %</translation>
  </message>
  <message>
   <source>Reading was stopped. F5 reads it again.</source>
   <translation>读取已停止。按 F5 重新读取。</translation>
  </message>
  <message>
   <source>The check was stopped. F5 begins again.</source>
   <translation>检查已停止。按 F5 重新开始。</translation>
  </message>
  <message>
   <source>Go to page</source>
   <translation>转到页面</translation>
  </message>
  <message>
   <source>{name} — Proof</source>
   <translation>{name} — 校样</translation>
  </message>
  <message>
   <source>{n} %</source>
   <translation>{n} %</translation>
  </message>
  <message>
   <source>Page, of {n}</source>
   <translation>页码，共 {n} 页</translation>
  </message>
  <message>
   <source>Page {n}</source>
   <translation>第 {n} 页</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Recent newsrooms</source>
   <translation>最近的编辑部</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>还没有</translation>
  </message>
  <message>
   <source>No move leads from {stage} to {aim}.</source>
   <translation>没有从“{stage}”到“{aim}”的流转。</translation>
  </message>
  <message>
   <source>From {stage} to {aim} a story goes by {by}.</source>
   <translation>从“{stage}”到“{aim}”须用“{by}”。</translation>
  </message>
  <message>
   <source>{n} stories at most are moved at once: select fewer.</source>
   <translation>一次最多流转 {n} 篇稿件：请少选一些。</translation>
  </message>
  <message>
   <source>{move} {n}</source>
   <translation>{move} {n}</translation>
  </message>
  <message>
   <source>{n} stories at most are moved or exported from their menu at once: select fewer.</source>
   <translation>一次最多从菜单流转或导出 {n} 篇稿件：请少选一些。</translation>
  </message>
  <message>
   <source>{slug} is a story of the {desk} desk now.</source>
   <translation>{slug} 现在属于 {desk} 部。</translation>
  </message>
  <message>
   <source>{stories} are of the {desk} desk now.</source>
   <translation>{stories} 现在属于 {desk} 部。</translation>
  </message>
  <message>
   <source>The newsroom was put back from a backup: changes made after that backup are not in it.</source>
   <translation>编辑部已从备份恢复：该备份之后的改动不在其中。</translation>
  </message>
  <message>
   <source>The newsroom is back.</source>
   <translation>编辑部已恢复连接。</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>Saved search</source>
   <translation>保存的搜索</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>此处不可用</translation>
  </message>
  <message>
   <source>Settings: {page}</source>
   <translation>设置：{page}</translation>
  </message>
  <message>
   <source>Stories by {name}</source>
   <translation>{name} 的稿件</translation>
  </message>
  <message>
   <source>Finishing…</source>
   <translation>正在收尾…</translation>
  </message>
  <message>
   <source>Close anyway</source>
   <translation>仍然关闭</translation>
  </message>
  <message>
   <source>What you typed could not be written down on this computer ({why}): closing now loses it.</source>
   <translation>您输入的内容无法写到这台电脑上（{why}）：现在关闭就会丢失。</translation>
  </message>
  <message>
   <source>The newsroom does not answer. What you typed is kept on this computer and sent the next time.</source>
   <translation>编辑部没有回应。您输入的内容保存在这台电脑上，下次再发送。</translation>
  </message>
  <message>
   <source>All is stored. An answer from the newsroom is still waited for.</source>
   <translation>全部已存好。还在等编辑部的一个回应。</translation>
  </message>
  <message>
   <source>What you typed is being stored in the newsroom.</source>
   <translation>正在把您输入的内容存入编辑部。</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>已核验</translation>
  </message>
  <message>
   <source>Audited</source>
   <translation>已审计</translation>
  </message>
  <message>
   <source>The newsroom cannot be opened</source>
   <translation>无法打开编辑部</translation>
  </message>
  <message>
   <source>Write, edit, approve and hand over the stories of a printed newspaper.</source>
   <translation>撰写、编辑、签发并交付印刷报纸的稿件。</translation>
  </message>
  <message>
   <source>Approvals</source>
   <translation>签发记录</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>审计结果</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>键盘快捷键</translation>
  </message>
  <message>
   <source>Anywhere</source>
   <translation>任何地方</translation>
  </message>
  <message>
   <source>On the board</source>
   <translation>在看板上</translation>
  </message>
  <message>
   <source>Moves</source>
   <translation>流转</translation>
  </message>
  <message>
   <source>In the proof window</source>
   <translation>校样窗口</translation>
  </message>
  <message>
   <source>In a story</source>
   <translation>在稿件中</translation>
  </message>
  <message>
   <source>Galley {version}</source>
   <translation>Galley {version}</translation>
  </message>
  <message>
   <source>Newsroom: {place}</source>
   <translation>编辑部：{place}</translation>
  </message>
  <message>
   <source>Qt {version}. MIT licence; fonts and icons under licences of their own.</source>
   <translation>Qt {version}。MIT 许可；字体和图标各依其许可。</translation>
  </message>
  <message>
   <source>Comma-separated values (*.csv)</source>
   <translation>逗号分隔值 (*.csv)</translation>
  </message>
  <message>
   <source>Save the list</source>
   <translation>保存列表</translation>
  </message>
  <message>
   <source>{stories} are in {name} now.</source>
   <translation>{stories}已存入 {name}。</translation>
  </message>
  <message>
   <source>{stories} is in {name} now.</source>
   <translation>{stories}已存入 {name}。</translation>
  </message>
  <message>
   <source>{name} is being written.</source>
   <translation>正在写入 {name}。</translation>
  </message>
  <message>
   <source>Newsroom</source>
   <translation>编辑部</translation>
  </message>
  <message>
   <source>Newsrooms (*.db);;All files (*)</source>
   <translation>编辑部 (*.db);;所有文件 (*)</translation>
  </message>
  <message>
   <source>{records} records, {rows} sealed rows and {sign_offs} sign-offs are as they were written.</source>
   <translation>{records} 条记录、{rows} 个加封的行和 {sign_offs} 次签发均与写入时一致。</translation>
  </message>
  <message>
   <source>Open a newsroom</source>
   <translation>打开编辑部</translation>
  </message>
  <message>
   <source>Back up the newsroom</source>
   <translation>备份编辑部</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>恢复备份</translation>
  </message>
  <message>
   <source>Restore it as</source>
   <translation>恢复为</translation>
  </message>
  <message>
   <source>Restoring …</source>
   <translation>正在恢复…</translation>
  </message>
  <message>
   <source>Auditing …</source>
   <translation>正在审计…</translation>
  </message>
  <message>
   <source>Verify a sheet</source>
   <translation>核验印张</translation>
  </message>
  <message>
   <source>PDF files (*.pdf)</source>
   <translation>PDF 文件 (*.pdf)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Backing up …</source>
   <translation>正在备份…</translation>
  </message>
  <message>
   <source>Verifying …</source>
   <translation>正在核验…</translation>
  </message>
  <message>
   <source>Backed up and checked: {path} ({held}).</source>
   <translation>已备份并检查：{path}（{held}）。</translation>
  </message>
  <message>
   <source>Restored and checked: {path} ({held}).</source>
   <translation>已恢复并检查：{path}（{held}）。</translation>
  </message>
  <message>
   <source>Show each</source>
   <translation>逐项显示</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>打开它</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>全部显示</translation>
  </message>
  <message>
   <source>This newsroom is on a server already.</source>
   <translation>这个编辑部已经在服务器上。</translation>
  </message>
  <message>
   <source>Select a story first.</source>
   <translation>请先选择一篇稿件。</translation>
  </message>
  <message>
   <source>Move the newsroom to a server</source>
   <translation>把编辑部移到服务器</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>移动</translation>
  </message>
  <message>
   <source>A backup is made first. Then everything is copied into an empty database and compared, and only a copy that is the same is opened from then on. The file here stays, to be read: nobody can write in it any more. What is typed meanwhile by others is kept on their computers until they open it there.</source>
   <translation>先做备份。然后全部复制到一个空数据库并逐一比对；只有完全一致，此后才打开那份副本。这里的文件留下供阅读：谁也不能再往里写。其间别人输入的内容保存在他们的电脑上，直到他们在新处打开。</translation>
  </message>
  <message>
   <source>Comparing …</source>
   <translation>正在比对…</translation>
  </message>
  <message>
   <source>Open it there</source>
   <translation>在那里打开</translation>
  </message>
  <message>
   <source>Only read here for now</source>
   <translation>此处暂时只读</translation>
  </message>
  <message numerus="yes">
   <source>{n} revisions</source>
   <translation>
    <numerusform>{n} 个版本</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pictures</source>
   <translation>
    <numerusform>{n} 张图片</numerusform>
   </translation>
  </message>
  <message>
   <source>✓ {held}: the same there as here.</source>
   <translation>✓ {held}：两处一致。</translation>
  </message>
  <message>
   <source>The file here can be read, and is written no more. Backup made before: {backup}</source>
   <translation>这里的文件可以阅读，不再写入。此前所做的备份：{backup}</translation>
  </message>
  <message>
   <source>From now on Galley opens {place}</source>
   <translation>此后 Galley 打开 {place}</translation>
  </message>
  <message>
   <source>Copying … {share} %</source>
   <translation>正在复制… {share} %</translation>
  </message>
  <message>
   <source>But {name} names another newsroom, and what is named there is opened.</source>
   <translation>但 {name} 指定了另一个编辑部，打开的是它所指定的。</translation>
  </message>
  <message>
   <source>Undo ({keys})</source>
   <translation>撤销 ({keys})</translation>
  </message>
  <message>
   <source>{slug} is put back: it stands in {stage}.</source>
   <translation>{slug} 已放回：现处于“{stage}”。</translation>
  </message>
  <message>
   <source>{stories} are put back to where they stood.</source>
   <translation>{stories} 已放回原处。</translation>
  </message>
  <message>
   <source>Start writing</source>
   <translation>开始撰写</translation>
  </message>
  <message>
   <source>May come later</source>
   <translation>可以以后再填</translation>
  </message>
  <message>
   <source>made from the headline</source>
   <translation>由标题生成</translation>
  </message>
  <message>
   <source>Target in lines</source>
   <translation>目标行数</translation>
  </message>
  <message>
   <source>Has a due time</source>
   <translation>有截稿时间</translation>
  </message>
  <message>
   <source>Slug</source>
   <translation>稿名</translation>
  </message>
  <message>
   <source> line</source>
   <translation> 行</translation>
  </message>
  <message>
   <source>{name} changed a place meanwhile that you changed too.</source>
   <translation>{name} 其间改了您也改过的一处。</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Type what you want to do, or a story, a person, a setting</source>
   <translation>输入要做的事，或稿件、人员、设置</translation>
  </message>
  <message>
   <source>What fits</source>
   <translation>匹配项</translation>
  </message>
  <message>
   <source>{n} stories are selected, and a proof is of one: select that, or take it from a card’s menu.</source>
   <translation>选中了 {n} 篇稿件，而校样只能是一篇：请只选那一篇，或从卡片菜单中选取。</translation>
  </message>
  <message>
   <source>Put a backup in a newsroom’s place</source>
   <translation>用备份替换编辑部</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>放回</translation>
  </message>
  <message>
   <source>Its chief confirms that:</source>
   <translation>由它的总编辑确认：</translation>
  </message>
  <message>
   <source>Name of the newsroom that goes</source>
   <translation>离开的编辑部的名称</translation>
  </message>
  <message>
   <source>Chief</source>
   <translation>总编辑</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>密码</translation>
  </message>
  <message>
   <source>Replace {name} by another newsroom</source>
   <translation>用另一个编辑部替换 {name}</translation>
  </message>
  <message>
   <source>Replace it by {other}</source>
   <translation>替换为 {other}</translation>
  </message>
  <message>
   <source>{place} is the newsroom {name}.</source>
   <translation>{place} 是编辑部 {name}。</translation>
  </message>
  <message>
   <source>{backup} is checked and takes its place: whoever has it open goes on with what the backup holds. What stands there now is kept beside it under another name.</source>
   <translation>{backup} 经检查后取代它：正在打开它的人将以备份的内容继续。现有内容改名保留在旁边。</translation>
  </message>
  <message>
   <source>{backup} is no backup of {name}: it is of another newsroom, {other}.</source>
   <translation>{backup} 不是 {name} 的备份：它属于另一个编辑部 {other}。</translation>
  </message>
  <message>
   <source>All that {name} holds goes from {place}, and {other} stands there then. Whoever has {name} open can store nothing in it any more. It is kept beside it under another name.</source>
   <translation>{name} 的全部内容将离开 {place}，此后那里是 {other}。正打开 {name} 的人不能再向其中存储任何内容。它会以另一个名称保存在旁边。</translation>
  </message>
  <message>
   <source>To have it so, type the name of the newsroom that goes: {name}</source>
   <translation>如果确实要这样，请输入将离开的编辑部的名称：{name}</translation>
  </message>
  <message>
   <source>{place} is another newsroom now: its chief was not asked.</source>
   <translation>{place} 现在是另一个编辑部：没有问过它的总编辑。</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>这台电脑</translation>
  </message>
  <message>
   <source>{database} on {server}</source>
   <translation>{server} 上的 {database}</translation>
  </message>
  <message>
   <source>The newsroom answers</source>
   <translation>编辑部有回应</translation>
  </message>
  <message>
   <source>this computer’s server</source>
   <translation>这台电脑的服务器</translation>
  </message>
  <message>
   <source>Everything saved {time}</source>
   <translation>全部已保存 {time}</translation>
  </message>
  <message>
   <source>Move the story</source>
   <translation>流转稿件</translation>
  </message>
  <message>
   <source>You have no password, and so no key to sign approvals and exports with.</source>
   <translation>您没有密码，因此没有签发和导出所需的签名密钥。</translation>
  </message>
  <message>
   <source>Set a password…</source>
   <translation>设置密码…</translation>
  </message>
  <message>
   <source>The server does not take that password.</source>
   <translation>服务器不接受该密码。</translation>
  </message>
  <message>
   <source>The server asks for a password.</source>
   <translation>服务器要求密码。</translation>
  </message>
  <message>
   <source>only if it is not in the keyring of this computer yet</source>
   <translation>仅在这台电脑的密钥环中还没有时</translation>
  </message>
  <message>
   <source>Connect to a server</source>
   <translation>连接服务器</translation>
  </message>
  <message>
   <source>Connect</source>
   <translation>连接</translation>
  </message>
  <message>
   <source>Open it whenever Galley starts</source>
   <translation>Galley 启动时总是打开它</translation>
  </message>
  <message>
   <source>Whoever runs the server knows its address.</source>
   <translation>服务器管理者知道它的地址。</translation>
  </message>
  <message>
   <source>Opened lately</source>
   <translation>最近打开过</translation>
  </message>
  <message>
   <source>Please give an address like postgresql://name@server/newsroom.</source>
   <translation>请填写形如 postgresql://name@server/newsroom 的地址。</translation>
  </message>
  <message>
   <source>Connecting to {place} …</source>
   <translation>正在连接 {place}…</translation>
  </message>
  <message>
   <source>The newsroom is damaged</source>
   <translation>编辑部已损坏</translation>
  </message>
  <message>
   <source>Put the backup back</source>
   <translation>恢复该备份</translation>
  </message>
  <message>
   <source>The damaged file is set aside under another name, not overwritten.</source>
   <translation>损坏的文件会改名另存，不会被覆盖。</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>不要动它</translation>
  </message>
  <message>
   <source>Putting it back …</source>
   <translation>正在恢复…</translation>
  </message>
  <message>
   <source>Its newest good backup is of {time}.</source>
   <translation>最近一份完好的备份是 {time} 的。</translation>
  </message>
  <message>
   <source>A new newsroom</source>
   <translation>新编辑部</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>It is on a server…</source>
   <translation>它在服务器上…</translation>
  </message>
  <message>
   <source>Try a sample newsroom</source>
   <translation>试用示例编辑部</translation>
  </message>
  <message>
   <source>Nobody works in it yet. You are its chief, who adds people and desks in Settings… (Ctrl+,).</source>
   <translation>还没有人在其中工作。您是它的总编辑，可在“设置…”(Ctrl+,) 中添加人员和部门。</translation>
  </message>
  <message>
   <source>Stories, people and pages to look at and play with, in a file of their own</source>
   <translation>可供观看和试用的稿件、人员和版面，在一个单独的文件中</translation>
  </message>
  <message>
   <source>My newsroom is there already: connect to it</source>
   <translation>我的编辑部已经有了：连接它</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>您的姓名</translation>
  </message>
  <message>
   <source>Your login</source>
   <translation>您的登录名</translation>
  </message>
  <message>
   <source>Your password</source>
   <translation>您的密码</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>再输一次</translation>
  </message>
  <message>
   <source>as readers know it</source>
   <translation>读者所知的名称</translation>
  </message>
  <message>
   <source>parted by commas: City, Business, Sport</source>
   <translation>用逗号隔开：要闻,财经,体育</translation>
  </message>
  <message>
   <source>the same password</source>
   <translation>同样的密码</translation>
  </message>
  <message>
   <source>Making it …</source>
   <translation>正在建立…</translation>
  </message>
  <message>
   <source>Please fill in every field.</source>
   <translation>请填写每一栏。</translation>
  </message>
  <message>
   <source>The two passwords are not the same.</source>
   <translation>两次输入的密码不一样。</translation>
  </message>
  <message>
   <source>It is kept in {place}</source>
   <translation>它保存在 {place}</translation>
  </message>
  <message>
   <source>The password needs at least {n} characters.</source>
   <translation>密码至少要有 {n} 个字符。</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Stay signed in on this computer</source>
   <translation>在这台电脑上保持登录</translation>
  </message>
  <message>
   <source>Who is at work?</source>
   <translation>今天谁当班？</translation>
  </message>
  <message>
   <source>The password is kept in the system's keyring until you sign out</source>
   <translation>密码保存在系统的密钥环中，直到您退出登录</translation>
  </message>
  <message>
   <source>Bringing the newsroom up to date…</source>
   <translation>正在更新编辑部…</translation>
  </message>
  <message>
   <source>{name}, {time}: {words}</source>
   <translation>{name}，{time}：{words}</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Signed in as {login}, {desks}</source>
   <translation>已登录为 {login}，{desks}</translation>
  </message>
  <message>
   <source>Close the message</source>
   <translation>关闭消息</translation>
  </message>
  <message>
   <source>Exported by {name}, {time}: {file}, revision {n}.</source>
   <translation>{name} 于 {time} 导出：{file}，第 {n} 版。</translation>
  </message>
  <message numerus="yes">
   <source>It is {n} lines under its length.</source>
   <translation>
    <numerusform>比篇幅少 {n} 行。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} suggestions are open.</source>
   <translation>
    <numerusform>有 {n} 条建议未处理。</numerusform>
   </translation>
  </message>
  <message>
   <source>stays: {why}</source>
   <translation>不流转：{why}</translation>
  </message>
  <message numerus="yes">
   <source>{n} comments are open.</source>
   <translation>
    <numerusform>有 {n} 条未解决的批注。</numerusform>
   </translation>
  </message>
  <message>
   <source>Preflight has nothing to say, and no comment is open.</source>
   <translation>印前检查没有问题，也没有未解决的批注。</translation>
  </message>
  <message>
   <source>None of them can go</source>
   <translation>其中没有一篇可以流转</translation>
  </message>
  <message>
   <source>This will tell {names}.</source>
   <translation>将通知 {names}。</translation>
  </message>
  <message>
   <source>{name} is writing in it now.</source>
   <translation>{name} 正在撰写。</translation>
  </message>
  <message>
   <source>Export as PDF…</source>
   <translation>导出为 PDF…</translation>
  </message>
  <message>
   <source>Move to desk</source>
   <translation>移到部门</translation>
  </message>
  <message>
   <source>Open {slug}</source>
   <translation>打开 {slug}</translation>
  </message>
  <message>
   <source>Proof {slug} as PDF…</source>
   <translation>{slug} 的 PDF 校样…</translation>
  </message>
  <message>
   <source>Move {n} to desk</source>
   <translation>将 {n} 篇移到部门</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} / {all}</translation>
  </message>
  <message>
   <source>{move} {n}…</source>
   <translation>{move} {n} 篇…</translation>
  </message>
  <message>
   <source>{stories} are {done}: they stand in {stage} now.</source>
   <translation>{stories} 已{done}：现处于“{stage}”。</translation>
  </message>
  <message>
   <source>{slug} is {done}: it stands in {stage} now.</source>
   <translation>{slug} 已{done}：现处于“{stage}”。</translation>
  </message>
  <message>
   <source>Stops export</source>
   <translation>阻止导出</translation>
  </message>
  <message>
   <source>Worth a look</source>
   <translation>值得一看</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>付印</translation>
  </message>
  <message>
   <source>Spiked</source>
   <translation>已搁置</translation>
  </message>
  <message>
   <source>Killed</source>
   <translation>已撤稿</translation>
  </message>
  <message>
   <source>reporter</source>
   <translation>记者</translation>
  </message>
  <message>
   <source>editor</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>production</source>
   <translation>制作</translation>
  </message>
  <message>
   <source>chief</source>
   <translation>总编辑</translation>
  </message>
  <message>
   <source>Kicker</source>
   <translation>眉题</translation>
  </message>
  <message>
   <source>Byline</source>
   <translation>署名</translation>
  </message>
  <message>
   <source>Dateline</source>
   <translation>电头</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>submitted</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>收回</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>approved</source>
   <translation>签发</translation>
  </message>
  <message>
   <source>recalled</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>spiked</source>
   <translation>搁置</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>killed</source>
   <translation>撤稿</translation>
  </message>
  <message>
   <source>open for correction</source>
   <translation>打开更正</translation>
  </message>
  <message>
   <source>Submit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>收回</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>退回</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>签发</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>更正</translation>
  </message>
  <message>
   <source>Spike</source>
   <translation>搁置</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Kill</source>
   <translation>撤稿</translation>
  </message>
  <message>
   <source>Submit with a note…</source>
   <translation>附备注提交…</translation>
  </message>
  <message>
   <source>A note to the editors, if you like. It stands on the card and in the history.</source>
   <translation>可给编辑留一条备注，显示在卡片和历史中。</translation>
  </message>
  <message>
   <source>What shall the writer change?</source>
   <translation>作者该改什么？</translation>
  </message>
  <message>
   <source>Give the reason; it stays in the history of the story.</source>
   <translation>请写明原因；会留在稿件的历史中。</translation>
  </message>
  <message>
   <source>Production sets type and exports: it changes no text.</source>
   <translation>制作人员排版和导出：不改文字。</translation>
  </message>
  <message>
   <source>Production sets type and exports: it plans no story.</source>
   <translation>制作人员排版和导出：不安排稿件。</translation>
  </message>
  <message>
   <source>Production sets type and exports: it holds no story back.</source>
   <translation>制作人员负责排版和导出，不扣发稿件。</translation>
  </message>
  <message>
   <source>Only an editor may lift a hold.</source>
   <translation>只有编辑可以解除扣发。</translation>
  </message>
  <message>
   <source>Production does checks, and asks for none.</source>
   <translation>制作人员可做核查，但不要求核查。</translation>
  </message>
  <message>
   <source>Only production or an editor may do a check.</source>
   <translation>只有制作人员或编辑可以做核查。</translation>
  </message>
  <message>
   <source>Only an editor may keep words for the newsroom.</source>
   <translation>只有编辑可以为编辑部保留词。</translation>
  </message>
  <message>
   <source>Only the chief may change the house style.</source>
   <translation>只有总编辑可以更改用语规则。</translation>
  </message>
  <message>
   <source>Only production or an editor may export.</source>
   <translation>只有制作人员或编辑可以导出。</translation>
  </message>
  <message>
   <source>Only the chief may add accounts.</source>
   <translation>只有总编辑可以添加账户。</translation>
  </message>
  <message>
   <source>Only the chief may change accounts.</source>
   <translation>只有总编辑可以修改账户。</translation>
  </message>
  <message>
   <source>Only the chief may reset passwords.</source>
   <translation>只有总编辑可以重设密码。</translation>
  </message>
  <message>
   <source>Only the chief may add desks.</source>
   <translation>只有总编辑可以添加部门。</translation>
  </message>
  <message>
   <source>Only the chief may rename desks.</source>
   <translation>只有总编辑可以为部门改名。</translation>
  </message>
  <message>
   <source>Only the chief may retire desks.</source>
   <translation>只有总编辑可以停用部门。</translation>
  </message>
  <message>
   <source>Only the chief may change the settings of the newsroom.</source>
   <translation>只有总编辑可以更改编辑部的设置。</translation>
  </message>
  <message>
   <source>Only the chief may set limits.</source>
   <translation>只有总编辑可以设定限制。</translation>
  </message>
  <message>
   <source>Only production or the chief may add formats.</source>
   <translation>只有制作人员或总编辑可以添加版式。</translation>
  </message>
  <message>
   <source>Only production or an editor may back up.</source>
   <translation>只有制作人员或编辑可以备份。</translation>
  </message>
  <message>
   <source>Only the chief may put a backup in its place.</source>
   <translation>只有总编辑可以用备份替换编辑部。</translation>
  </message>
  <message>
   <source>Only the chief may move the newsroom.</source>
   <translation>只有总编辑可以迁移编辑部。</translation>
  </message>
  <message>
   <source>PDF for print</source>
   <translation>付印 PDF</translation>
  </message>
  <message>
   <source>characters of the headline at most</source>
   <translation>标题字符数上限</translation>
  </message>
  <message>
   <source>Characters of the headline at most</source>
   <translation>标题字符数上限</translation>
  </message>
  <message>
   <source>characters of the dek at most</source>
   <translation>副题字符数上限</translation>
  </message>
  <message>
   <source>Characters of the dek at most</source>
   <translation>副题字符数上限</translation>
  </message>
  <message>
   <source>characters of the dek at least</source>
   <translation>副题字符数下限</translation>
  </message>
  <message>
   <source>Characters of the dek at least</source>
   <translation>副题字符数下限</translation>
  </message>
  <message>
   <source>characters of the kicker at least</source>
   <translation>眉题字符数下限</translation>
  </message>
  <message>
   <source>Characters of the kicker at least</source>
   <translation>眉题字符数下限</translation>
  </message>
  <message>
   <source>characters of the dateline at least</source>
   <translation>电头字符数下限</translation>
  </message>
  <message>
   <source>Characters of the dateline at least</source>
   <translation>电头字符数下限</translation>
  </message>
  <message>
   <source>words of the body at least</source>
   <translation>正文字数下限</translation>
  </message>
  <message>
   <source>Words of the body at least</source>
   <translation>正文字数下限</translation>
  </message>
  <message>
   <source>pictures at least</source>
   <translation>图片数下限</translation>
  </message>
  <message>
   <source>Pictures at least</source>
   <translation>图片数下限</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>须留意</translation>
  </message>
  <message>
   <source>Paragraph</source>
   <translation>段落</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>不采用</translation>
  </message>
  <message>
   <source>belongs to the page</source>
   <translation>属于版面</translation>
  </message>
  <message>
   <source>caption of a picture</source>
   <translation>图注</translation>
  </message>
  <message>
   <source>date of publication</source>
   <translation>发布日期</translation>
  </message>
  <message>
   <source>said twice</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>note to the desk</source>
   <translation>给部门的备注</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>人工指定</translation>
  </message>
  <message>
   <source>By due time</source>
   <translation>按截稿时间</translation>
  </message>
  <message>
   <source>By last change</source>
   <translation>按最近修改</translation>
  </message>
  <message>
   <source>By slug</source>
   <translation>按稿名</translation>
  </message>
  <message>
   <source>By length</source>
   <translation>按篇幅</translation>
  </message>
  <message>
   <source>By relevance</source>
   <translation>按相关度</translation>
  </message>
  <message>
   <source>No drafts here. Start one with Ctrl+N, or drop a text file on the window.</source>
   <translation>这里没有草稿。按 Ctrl+N 新建一篇，或把文本文件拖到窗口上。</translation>
  </message>
  <message>
   <source>Nothing waits for an editor. Stories that are submitted come here.</source>
   <translation>没有等待编辑的稿件。提交的稿件会出现在这里。</translation>
  </message>
  <message>
   <source>Nothing is approved yet. Stories that an editor approves come here.</source>
   <translation>还没有签发的稿件。编辑签发的稿件会出现在这里。</translation>
  </message>
  <message>
   <source>No drafts here. Stories that reporters begin come here.</source>
   <translation>这里没有草稿。记者新建的稿件会出现在这里。</translation>
  </message>
  <message>
   <source>Nothing is spiked. A spiked story keeps its text and can be restored.</source>
   <translation>没有搁置的稿件。搁置的稿件保留文字，可以恢复。</translation>
  </message>
  <message>
   <source>Nothing was killed.</source>
   <translation>没有撤稿。</translation>
  </message>
  <message>
   <source>to correct</source>
   <translation>待更正</translation>
  </message>
  <message>
   <source>{name} changed a place meanwhile that you changed too: choose first, then make the move again.</source>
   <translation>{name} 其间改了您也改过的一处：请先选择，再重新操作。</translation>
  </message>
  <message>
   <source>began it</source>
   <translation>新建了稿件</translation>
  </message>
  <message>
   <source>brought it in</source>
   <translation>导入了稿件</translation>
  </message>
  <message>
   <source>saved a revision</source>
   <translation>保存了版本</translation>
  </message>
  <message>
   <source>commented</source>
   <translation>作了批注</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>作了回复</translation>
  </message>
  <message>
   <source>resolved a comment</source>
   <translation>解决了批注</translation>
  </message>
  <message>
   <source>reopened a comment</source>
   <translation>重新打开了批注</translation>
  </message>
  <message>
   <source>exported it</source>
   <translation>导出了稿件</translation>
  </message>
  <message>
   <source>accepted a suggestion</source>
   <translation>接受了一条建议</translation>
  </message>
  <message>
   <source>refused a suggestion</source>
   <translation>拒绝了一条建议</translation>
  </message>
  <message>
   <source>opened a suggestion again</source>
   <translation>重新打开了一条建议</translation>
  </message>
  <message>
   <source>put it back</source>
   <translation>放回了原处</translation>
  </message>
  <message>
   <source>held it back</source>
   <translation>扣发了它</translation>
  </message>
  <message>
   <source>lifted the hold</source>
   <translation>解除了扣发</translation>
  </message>
  <message>
   <source>asked for a check</source>
   <translation>要求了核查</translation>
  </message>
  <message>
   <source>asked for a check no more</source>
   <translation>不再要求核查</translation>
  </message>
  <message>
   <source>did a check</source>
   <translation>做了核查</translation>
  </message>
  <message>
   <source>Tighten by one line</source>
   <translation>紧缩一行</translation>
  </message>
  <message>
   <source>Loosen by one line</source>
   <translation>放松一行</translation>
  </message>
  <message>
   <source>Subhead</source>
   <translation>小标题</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>引文</translation>
  </message>
  <message>
   <source>Pull quote</source>
   <translation>抽引</translation>
  </message>
  <message>
   <source>Bullet</source>
   <translation>项目符号</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <source>Correction</source>
   <translation>更正启事</translation>
  </message>
  <message>
   <source>Box</source>
   <translation>方框</translation>
  </message>
  <message>
   <source>Comment…</source>
   <translation>批注…</translation>
  </message>
  <message>
   <source>Comment on the selected words</source>
   <translation>对选中的文字写批注</translation>
  </message>
  <message>
   <source>Next comment or change</source>
   <translation>下一条批注或改动</translation>
  </message>
  <message>
   <source>Go to the words of the next one</source>
   <translation>跳到下一条所指的文字</translation>
  </message>
  <message>
   <source>Previous comment or change</source>
   <translation>上一条批注或改动</translation>
  </message>
  <message>
   <source>Go to the words of the one before</source>
   <translation>跳到上一条所指的文字</translation>
  </message>
  <message>
   <source>Keep or accept the change</source>
   <translation>保留或接受这处改动</translation>
  </message>
  <message>
   <source>Let the change stand that the cursor is in</source>
   <translation>保留光标所在的改动</translation>
  </message>
  <message>
   <source>Put back or refuse the change</source>
   <translation>还原或拒绝这处改动</translation>
  </message>
  <message>
   <source>Let what was there before stand</source>
   <translation>恢复改动之前的文字</translation>
  </message>
  <message>
   <source>Suggest changes</source>
   <translation>建议改动</translation>
  </message>
  <message>
   <source>Let what you type wait for its writer</source>
   <translation>让您输入的内容等待作者决定</translation>
  </message>
  <message>
   <source>Any proportions</source>
   <translation>任意比例</translation>
  </message>
  <message>
   <source>3 : 2</source>
   <translation>3 : 2</translation>
  </message>
  <message>
   <source>2 : 3</source>
   <translation>2 : 3</translation>
  </message>
  <message>
   <source>4 : 3</source>
   <translation>4 : 3</translation>
  </message>
  <message>
   <source>3 : 4</source>
   <translation>3 : 4</translation>
  </message>
  <message>
   <source>16 : 9</source>
   <translation>16 : 9</translation>
  </message>
  <message>
   <source>1 : 1</source>
   <translation>1 : 1</translation>
  </message>
  <message>
   <source>Tighten by a line</source>
   <translation>紧缩一行</translation>
  </message>
  <message>
   <source>Loosen by a line</source>
   <translation>放松一行</translation>
  </message>
  <message>
   <source>Galley</source>
   <translation>栏样</translation>
  </message>
  <message>
   <source>The lines as they are printed</source>
   <translation>按付印时的行显示</translation>
  </message>
  <message>
   <source>Wide</source>
   <translation>宽幅</translation>
  </message>
  <message>
   <source>Plain writing</source>
   <translation>普通写作</translation>
  </message>
  <message>
   <source>Focus</source>
   <translation>专注</translation>
  </message>
  <message>
   <source>Only the text</source>
   <translation>只有文字</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>昨天</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>How Galley looks and speaks here. This is yours, on this computer.</source>
   <translation>Galley 在这里的外观和语言。这是您自己的设置，只在这台电脑上。</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>写作</translation>
  </message>
  <message>
   <source>How what you type is set. This is yours, on this computer.</source>
   <translation>您输入的内容如何处理。这是您自己的设置，只在这台电脑上。</translation>
  </message>
  <message>
   <source>Spelling</source>
   <translation>拼写</translation>
  </message>
  <message>
   <source>Words that no dictionary has and that are right all the same. Name* stands for a name with any ending.</source>
   <translation>词典中没有而又正确的词。名字* 代表带任何词尾的名字。</translation>
  </message>
  <message>
   <source>Your signing key stays the same; only what seals it changes.</source>
   <translation>您的签名密钥不变；变的只是封存它的方式。</translation>
  </message>
  <message>
   <source>These hold for everybody who works here.</source>
   <translation>这些设置对在此工作的每个人有效。</translation>
  </message>
  <message>
   <source>People</source>
   <translation>人员</translation>
  </message>
  <message>
   <source>An account is set inactive, never deleted: the history names it.</source>
   <translation>账户可以停用，从不删除：历史记录中有它的名字。</translation>
  </message>
  <message>
   <source>The teams stories belong to. One may be renamed, or retired: it takes no more stories then.</source>
   <translation>稿件所属的部门。部门可以改名，也可以停用：停用后不再接收稿件。</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>限制</translation>
  </message>
  <message>
   <source>What a desk does not set for itself is as set for all desks, and what a kind does not set is as its desk's. A warning is shown; a blocker stops approval.</source>
   <translation>部门未自行设定的，依所有部门的设定；类别未设定的，依其部门。警告会显示；阻止项会使稿件不能签发。</translation>
  </message>
  <message>
   <source>House style</source>
   <translation>用语规则</translation>
  </message>
  <message>
   <source>What the newsroom writes otherwise is marked by dots in its stories. A rule holds once it is published: try it on the newest thousand stories before. Several words are parted by |, and word* has any ending.</source>
   <translation>编辑部另有写法的，在稿件中以点线标出。规则发布后生效：请先用最新的一千篇稿件试用。几个词用 | 隔开，词* 可有任何词尾。</translation>
  </message>
  <message>
   <source>Quotes and dashes of the story’s language</source>
   <translation>按稿件语言使用引号和破折号</translation>
  </message>
  <message>
   <source>" and ' become quotation marks or apostrophes, -- a dash, ... one sign. Ctrl+Z brings back what you typed.</source>
   <translation>" 和 ' 变为引号或撇号，-- 变为破折号，... 变为一个符号。Ctrl+Z 恢复您所输入的。</translation>
  </message>
  <message>
   <source>Signs of Markdown</source>
   <translation>Markdown 记号</translation>
  </message>
  <message>
   <source>## begins a subhead, &gt; a quote, - and 1. a list; **bold**, _italic_ and [words](address) are marked.</source>
   <translation>## 开始小标题，&gt; 开始引文，- 和 1. 开始列表；**粗体**、_斜体_ 和 [文字](地址) 会加上标记。</translation>
  </message>
  <message>
   <source>Spelling as you type</source>
   <translation>输入时检查拼写</translation>
  </message>
  <message>
   <source>Words that no dictionary and no list of the newsroom knows are underlined; Ctrl+. offers others, F7 goes on.</source>
   <translation>词典和编辑部词表中都没有的词会加下划线；Ctrl+. 给出其他写法，F7 到下一处。</translation>
  </message>
  <message>
   <source>House style as you type</source>
   <translation>输入时检查用语</translation>
  </message>
  <message>
   <source>What the newsroom writes otherwise has dots under it; Ctrl+. says why, and puts what is preferred.</source>
   <translation>编辑部另有写法的，下面有点线；Ctrl+. 说明理由，并换上所用的写法。</translation>
  </message>
  <message>
   <source>New story…</source>
   <translation>新稿件…</translation>
  </message>
  <message>
   <source>Start a story</source>
   <translation>新建一篇稿件</translation>
  </message>
  <message>
   <source>Bring in stories from text files</source>
   <translation>从文本文件导入稿件</translation>
  </message>
  <message>
   <source>Import a folder…</source>
   <translation>导入文件夹…</translation>
  </message>
  <message>
   <source>Bring in the files of a folder</source>
   <translation>导入一个文件夹中的文件</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>命令…</translation>
  </message>
  <message>
   <source>Type what you want to do, or whom or what you look for</source>
   <translation>输入要做的事，或要找的人、稿件</translation>
  </message>
  <message>
   <source>Open the story</source>
   <translation>打开稿件</translation>
  </message>
  <message>
   <source>Read or write the story that is selected</source>
   <translation>阅读或撰写选中的稿件</translation>
  </message>
  <message>
   <source>Words in stories; stage: desk: kind: by: due: narrow it down</source>
   <translation>稿件中的词；用 stage: desk: kind: by: due: 缩小范围</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>看板</translation>
  </message>
  <message>
   <source>The stories on cards, a column for each stage</source>
   <translation>以卡片显示稿件，每个阶段一列</translation>
  </message>
  <message>
   <source>The stories row by row, sorted by any column</source>
   <translation>逐行显示稿件，可按任一列排序</translation>
  </message>
  <message>
   <source>Save the list…</source>
   <translation>保存列表…</translation>
  </message>
  <message>
   <source>The list as a file for spreadsheets</source>
   <translation>将列表存为电子表格文件</translation>
  </message>
  <message>
   <source>Find in stories…</source>
   <translation>在多篇稿件中查找…</translation>
  </message>
  <message>
   <source>Find and replace words in many stories at once</source>
   <translation>一次在多篇稿件中查找和替换</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>The print-ready file of an approved story</source>
   <translation>已签发稿件的可付印文件</translation>
  </message>
  <message>
   <source>Export several…</source>
   <translation>导出多篇…</translation>
  </message>
  <message>
   <source>Export several</source>
   <translation>导出多篇</translation>
  </message>
  <message>
   <source>Approved stories into one folder</source>
   <translation>把已签发的稿件导出到一个文件夹</translation>
  </message>
  <message>
   <source>The page as it will print: its plates, its ink, what preflight finds</source>
   <translation>成品页面：印版、油墨与印前检查结果</translation>
  </message>
  <message>
   <source>Look at any PDF as a press will print it, and check it</source>
   <translation>按印刷效果查看并检查任何 PDF</translation>
  </message>
  <message>
   <source>Proof as PDF…</source>
   <translation>PDF 校样…</translation>
  </message>
  <message>
   <source>Proof as PDF</source>
   <translation>PDF 校样</translation>
  </message>
  <message>
   <source>A PDF marked PROOF, of any story</source>
   <translation>任何稿件的、标有 PROOF 的 PDF</translation>
  </message>
  <message>
   <source>Undo the move</source>
   <translation>撤销流转</translation>
  </message>
  <message>
   <source>Put back what was moved a moment ago</source>
   <translation>把刚才流转的稿件放回原处</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>下一个窗格</translation>
  </message>
  <message>
   <source>Give the keyboard to the next part of the window</source>
   <translation>将键盘焦点移到窗口的下一部分</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>上一个窗格</translation>
  </message>
  <message>
   <source>Give the keyboard to the part before</source>
   <translation>将键盘焦点移到上一部分</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新读取</translation>
  </message>
  <message>
   <source>Read all stories from the newsroom again</source>
   <translation>从编辑部重新读取所有稿件</translation>
  </message>
  <message>
   <source>Open another newsroom…</source>
   <translation>打开另一个编辑部…</translation>
  </message>
  <message>
   <source>Open another newsroom</source>
   <translation>打开另一个编辑部</translation>
  </message>
  <message>
   <source>Connect to a server…</source>
   <translation>连接服务器…</translation>
  </message>
  <message>
   <source>Open a newsroom on a PostgreSQL server</source>
   <translation>打开 PostgreSQL 服务器上的编辑部</translation>
  </message>
  <message>
   <source>Move to a server…</source>
   <translation>移到服务器…</translation>
  </message>
  <message>
   <source>Move to a server</source>
   <translation>移到服务器</translation>
  </message>
  <message>
   <source>Copy this newsroom to a server, and work there</source>
   <translation>把这个编辑部复制到服务器，并在那里工作</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>设置…</translation>
  </message>
  <message>
   <source>People, desks, limits, your password</source>
   <translation>人员、部门、限制、您的密码</translation>
  </message>
  <message>
   <source>Back up…</source>
   <translation>备份…</translation>
  </message>
  <message>
   <source>Back up</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>Copy the newsroom into a file, and check the copy</source>
   <translation>将编辑部复制到文件并检查副本</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>恢复备份…</translation>
  </message>
  <message>
   <source>Check a backup and put it in a file, a newsroom’s too</source>
   <translation>检查备份并放入文件，也可放入编辑部的文件</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>审计</translation>
  </message>
  <message>
   <source>Check that log, texts and sign-offs are as they were written</source>
   <translation>检查日志、文字和签发是否与写入时一致</translation>
  </message>
  <message>
   <source>Verify a sheet…</source>
   <translation>核验印张…</translation>
  </message>
  <message>
   <source>Trace a printed PDF back to its approval</source>
   <translation>由印出的 PDF 追溯到它的签发</translation>
  </message>
  <message>
   <source>Switch account…</source>
   <translation>切换账户…</translation>
  </message>
  <message>
   <source>Switch account</source>
   <translation>切换账户</translation>
  </message>
  <message>
   <source>About Galley</source>
   <translation>关于 Galley</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>篇幅</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>修改时间</translation>
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
   <source>Ctrl+K</source>
   <translation>Ctrl+K</translation>
  </message>
  <message>
   <source>Commands, too</source>
   <translation>同样打开命令</translation>
  </message>
  <message>
   <source>← → ↑ ↓</source>
   <translation>← → ↑ ↓</translation>
  </message>
  <message>
   <source>From card to card</source>
   <translation>在卡片之间移动</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Ctrl+→, Ctrl+←</source>
   <translation>Ctrl+→, Ctrl+←</translation>
  </message>
  <message>
   <source>Move what is selected a column on, or back</source>
   <translation>把所选的移到后一列或前一列</translation>
  </message>
  <message>
   <source>Ctrl+click, Shift+↓, Ctrl+A</source>
   <translation>Ctrl+单击, Shift+↓, Ctrl+A</translation>
  </message>
  <message>
   <source>Select several</source>
   <translation>选择多篇</translation>
  </message>
  <message>
   <source>Shift+F10</source>
   <translation>Shift+F10</translation>
  </message>
  <message>
   <source>The moves of the story</source>
   <translation>稿件可作的流转</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Clear the search</source>
   <translation>清除搜索</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Ctrl+S</translation>
  </message>
  <message>
   <source>Save a revision</source>
   <translation>保存一个版本</translation>
  </message>
  <message>
   <source>Alt+←</source>
   <translation>Alt+←</translation>
  </message>
  <message>
   <source>Back to the board</source>
   <translation>返回看板</translation>
  </message>
  <message>
   <source>Ctrl+Z, Ctrl+Shift+Z</source>
   <translation>Ctrl+Z, Ctrl+Shift+Z</translation>
  </message>
  <message>
   <source>Undo, redo</source>
   <translation>撤销、重做</translation>
  </message>
  <message>
   <source>Ctrl+B, Ctrl+I</source>
   <translation>Ctrl+B, Ctrl+I</translation>
  </message>
  <message>
   <source>Bold, italic</source>
   <translation>粗体、斜体</translation>
  </message>
  <message>
   <source>Ctrl+K, Ctrl+L</source>
   <translation>Ctrl+K, Ctrl+L</translation>
  </message>
  <message>
   <source>Link the selected words</source>
   <translation>为所选文字加链接</translation>
  </message>
  <message>
   <source>Ctrl+Alt+M</source>
   <translation>Ctrl+Alt+M</translation>
  </message>
  <message>
   <source>Alt+PgDown</source>
   <translation>Alt+PgDown</translation>
  </message>
  <message>
   <source>Alt+PgUp</source>
   <translation>Alt+PgUp</translation>
  </message>
  <message>
   <source>Ctrl+Alt+K</source>
   <translation>Ctrl+Alt+K</translation>
  </message>
  <message>
   <source>Ctrl+Alt+B</source>
   <translation>Ctrl+Alt+B</translation>
  </message>
  <message>
   <source>Ctrl+Alt+G</source>
   <translation>Ctrl+Alt+G</translation>
  </message>
  <message>
   <source>Ctrl+Alt+H</source>
   <translation>Ctrl+Alt+H</translation>
  </message>
  <message>
   <source>Hold back from print</source>
   <translation>扣发</translation>
  </message>
  <message>
   <source>Ctrl+Alt+C</source>
   <translation>Ctrl+Alt+C</translation>
  </message>
  <message>
   <source>Alt+↑, Alt+↓</source>
   <translation>Alt+↑, Alt+↓</translation>
  </message>
  <message>
   <source>Move the paragraph</source>
   <translation>移动段落</translation>
  </message>
  <message>
   <source>Ctrl+F, Ctrl+H</source>
   <translation>Ctrl+F, Ctrl+H</translation>
  </message>
  <message>
   <source>Find, replace</source>
   <translation>查找、替换</translation>
  </message>
  <message>
   <source>Ctrl+Shift+V</source>
   <translation>Ctrl+Shift+V</translation>
  </message>
  <message>
   <source>Paste the words alone</source>
   <translation>只粘贴文字</translation>
  </message>
  <message>
   <source>F3, Shift+F3</source>
   <translation>F3, Shift+F3</translation>
  </message>
  <message>
   <source>The next place found, the one before</source>
   <translation>下一处、上一处</translation>
  </message>
  <message>
   <source>F7, Shift+F7</source>
   <translation>F7, Shift+F7</translation>
  </message>
  <message>
   <source>The next remark of spelling, the one before</source>
   <translation>下一处拼写提示、上一处</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>Suggestions for the word</source>
   <translation>对该词的建议</translation>
  </message>
  <message>
   <source>Shift+Enter</source>
   <translation>Shift+Enter</translation>
  </message>
  <message>
   <source>New line in the same paragraph</source>
   <translation>同一段落内换行</translation>
  </message>
  <message>
   <source>F8</source>
   <translation>F8</translation>
  </message>
  <message>
   <source>Galley: the lines as they are printed</source>
   <translation>栏样：按付印时的行显示</translation>
  </message>
  <message>
   <source>F9</source>
   <translation>F9</translation>
  </message>
  <message>
   <source>Wide: plain writing</source>
   <translation>宽幅：普通写作</translation>
  </message>
  <message>
   <source>F11</source>
   <translation>F11</translation>
  </message>
  <message>
   <source>Focus: only the text</source>
   <translation>专注：只有文字</translation>
  </message>
  <message>
   <source>Ctrl++, Ctrl+-, Ctrl+0</source>
   <translation>Ctrl++, Ctrl+-, Ctrl+0</translation>
  </message>
  <message>
   <source>Larger, smaller, as usual</source>
   <translation>放大、缩小、恢复</translation>
  </message>
  <message>
   <source>Ctrl+Alt+P</source>
   <translation>Ctrl+Alt+P</translation>
  </message>
  <message>
   <source>Fold the page away</source>
   <translation>收起版面</translation>
  </message>
  <message>
   <source>Ctrl+Alt+D</source>
   <translation>Ctrl+Alt+D</translation>
  </message>
  <message>
   <source>Fold the details away</source>
   <translation>收起详情</translation>
  </message>
  <message>
   <source>Ctrl+Alt+0</source>
   <translation>Ctrl+Alt+0</translation>
  </message>
  <message>
   <source>Ctrl+Alt+1</source>
   <translation>Ctrl+Alt+1</translation>
  </message>
  <message>
   <source>Ctrl+Alt+2</source>
   <translation>Ctrl+Alt+2</translation>
  </message>
  <message>
   <source>Ctrl+Alt+3</source>
   <translation>Ctrl+Alt+3</translation>
  </message>
  <message>
   <source>Ctrl+Alt+4</source>
   <translation>Ctrl+Alt+4</translation>
  </message>
  <message>
   <source>Ctrl+Alt+5</source>
   <translation>Ctrl+Alt+5</translation>
  </message>
  <message>
   <source>Ctrl+Alt+6</source>
   <translation>Ctrl+Alt+6</translation>
  </message>
  <message>
   <source>Ctrl+Alt+7</source>
   <translation>Ctrl+Alt+7</translation>
  </message>
  <message>
   <source>Ctrl+Alt+-</source>
   <translation>Ctrl+Alt+-</translation>
  </message>
  <message>
   <source>Ctrl+Alt+=</source>
   <translation>Ctrl+Alt+=</translation>
  </message>
  <message>
   <source>Ctrl+Alt+L</source>
   <translation>Ctrl+Alt+L</translation>
  </message>
  <message>
   <source>Send a note or comment</source>
   <translation>发送备注或批注</translation>
  </message>
  <message>
   <source>Ctrl+O</source>
   <translation>Ctrl+O</translation>
  </message>
  <message>
   <source>F5</source>
   <translation>F5</translation>
  </message>
  <message>
   <source>Ctrl+PgDown</source>
   <translation>Ctrl+PgDown</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>Ctrl+PgUp</source>
   <translation>Ctrl+PgUp</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Ctrl+Home</source>
   <translation>Ctrl+Home</translation>
  </message>
  <message>
   <source>First page</source>
   <translation>第一页</translation>
  </message>
  <message>
   <source>Ctrl+End</source>
   <translation>Ctrl+End</translation>
  </message>
  <message>
   <source>Last page</source>
   <translation>最后一页</translation>
  </message>
  <message>
   <source>Ctrl+G</source>
   <translation>Ctrl+G</translation>
  </message>
  <message>
   <source>S</source>
   <translation>S</translation>
  </message>
  <message>
   <source>Facing pages</source>
   <translation>对页</translation>
  </message>
  <message>
   <source>Ctrl++</source>
   <translation>Ctrl++</translation>
  </message>
  <message>
   <source>Ctrl+-</source>
   <translation>Ctrl+-</translation>
  </message>
  <message>
   <source>Ctrl+0</source>
   <translation>Ctrl+0</translation>
  </message>
  <message>
   <source>All of the page</source>
   <translation>整页</translation>
  </message>
  <message>
   <source>Ctrl+2</source>
   <translation>Ctrl+2</translation>
  </message>
  <message>
   <source>As wide as the window</source>
   <translation>与窗口同宽</translation>
  </message>
  <message>
   <source>Ctrl+1</source>
   <translation>Ctrl+1</translation>
  </message>
  <message>
   <source>Size of paper (100 %)</source>
   <translation>纸张大小（100 %）</translation>
  </message>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>All plates</source>
   <translation>全部印版</translation>
  </message>
  <message>
   <source>C</source>
   <translation>C</translation>
  </message>
  <message>
   <source>Cyan alone</source>
   <translation>只看青版</translation>
  </message>
  <message>
   <source>M</source>
   <translation>M</translation>
  </message>
  <message>
   <source>Magenta alone</source>
   <translation>只看品红版</translation>
  </message>
  <message>
   <source>Y</source>
   <translation>Y</translation>
  </message>
  <message>
   <source>Yellow alone</source>
   <translation>只看黄版</translation>
  </message>
  <message>
   <source>K</source>
   <translation>K</translation>
  </message>
  <message>
   <source>Black alone</source>
   <translation>只看黑版</translation>
  </message>
  <message>
   <source>I</source>
   <translation>I</translation>
  </message>
  <message>
   <source>Ink over the limit</source>
   <translation>超出上限的油墨</translation>
  </message>
  <message>
   <source>B</source>
   <translation>B</translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>页面框</translation>
  </message>
  <message>
   <source>T</source>
   <translation>T</translation>
  </message>
  <message>
   <source>Marks beside the page</source>
   <translation>页外标记</translation>
  </message>
  <message>
   <source>F7</source>
   <translation>F7</translation>
  </message>
  <message>
   <source>List of pages</source>
   <translation>页面列表</translation>
  </message>
  <message>
   <source>N</source>
   <translation>N</translation>
  </message>
  <message>
   <source>Next problem</source>
   <translation>下一个问题</translation>
  </message>
  <message>
   <source>Shift+N</source>
   <translation>Shift+N</translation>
  </message>
  <message>
   <source>Problem before</source>
   <translation>上一个问题</translation>
  </message>
  <message>
   <source>F6</source>
   <translation>F6</translation>
  </message>
  <message>
   <source>From pane to pane</source>
   <translation>在窗格间切换</translation>
  </message>
  <message>
   <source>Ctrl+W</source>
   <translation>Ctrl+W</translation>
  </message>
  <message>
   <source>Ctrl+wheel</source>
   <translation>Ctrl+滚轮</translation>
  </message>
  <message>
   <source>Larger, smaller</source>
   <translation>放大、缩小</translation>
  </message>
  <message>
   <source>PgDown, PgUp, ← →</source>
   <translation>PgDown, PgUp, ← →</translation>
  </message>
  <message>
   <source>Turn pages</source>
   <translation>翻页</translation>
  </message>
  <message>
   <source>Shift+C, M, Y, K</source>
   <translation>Shift+C, M, Y, K</translation>
  </message>
  <message>
   <source>Add a plate, take it away</source>
   <translation>增加或去掉一块印版</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>双击</translation>
  </message>
  <message>
   <source>The place in the story’s text</source>
   <translation>稿件正文中的位置</translation>
  </message>
  <message>
   <source>This newsroom was kept by an older Galley: its search is made ready for this one. That is done once.</source>
   <translation>这个编辑部原由较旧的 Galley 保管：正在为新版本准备搜索。只需做这一次。</translation>
  </message>
  <message>
   <source>Open in another program</source>
   <translation>用其他程序打开</translation>
  </message>
  <message>
   <source>Go to page…</source>
   <translation>转到页面…</translation>
  </message>
  <message>
   <source>Ink over limit</source>
   <translation>超限油墨</translation>
  </message>
  <message>
   <source>Drawing the plates …</source>
   <translation>正在绘制印版…</translation>
  </message>
  <message>
   <source>Checking the file …</source>
   <translation>正在检查文件…</translation>
  </message>
  <message>
   <source>Reading the file …</source>
   <translation>正在读取文件…</translation>
  </message>
  <message>
   <source>Cyan</source>
   <translation>青</translation>
  </message>
  <message>
   <source>Magenta</source>
   <translation>品红</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>黑</translation>
  </message>
 </context>
 <context>
  <name>newsroom</name>
  <message>
   <source>add picture</source>
   <translation>添加图片</translation>
  </message>
  <message>
   <source>hold back</source>
   <translation>扣发</translation>
  </message>
  <message>
   <source>lift a hold</source>
   <translation>解除扣发</translation>
  </message>
  <message>
   <source>ask for a check</source>
   <translation>要求核查</translation>
  </message>
  <message>
   <source>look over</source>
   <translation>过目</translation>
  </message>
  <message>
   <source>read notice</source>
   <translation>阅读通知</translation>
  </message>
  <message>
   <source>save search</source>
   <translation>保存搜索</translation>
  </message>
  <message>
   <source>judge a remark</source>
   <translation>处理提示</translation>
  </message>
  <message>
   <source>keep a word</source>
   <translation>保留词</translation>
  </message>
  <message>
   <source>add a word</source>
   <translation>添加词</translation>
  </message>
  <message>
   <source>set house style</source>
   <translation>设定用语规则</translation>
  </message>
  <message>
   <source>switch off a rule of house style</source>
   <translation>停用一条用语规则</translation>
  </message>
  <message>
   <source>change password</source>
   <translation>更改密码</translation>
  </message>
  <message>
   <source>add account</source>
   <translation>添加账户</translation>
  </message>
  <message>
   <source>change account</source>
   <translation>修改账户</translation>
  </message>
  <message>
   <source>reset password</source>
   <translation>重设密码</translation>
  </message>
  <message>
   <source>add desk</source>
   <translation>添加部门</translation>
  </message>
  <message>
   <source>rename desk</source>
   <translation>部门改名</translation>
  </message>
  <message>
   <source>retire desk</source>
   <translation>停用部门</translation>
  </message>
  <message>
   <source>set limit</source>
   <translation>设定限制</translation>
  </message>
  <message>
   <source>add format</source>
   <translation>添加版式</translation>
  </message>
  <message>
   <source>back up</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>restore a backup</source>
   <translation>恢复备份</translation>
  </message>
  <message>
   <source>move the newsroom</source>
   <translation>迁移编辑部</translation>
  </message>
  <message>
   <source>A story in {stage} is read-only.</source>
   <translation>处于“{stage}”的稿件是只读的。</translation>
  </message>
  <message>
   <source>begin a story, or bring one in</source>
   <translation>新建或导入稿件</translation>
  </message>
  <message>
   <source>change a story's text, claim it</source>
   <translation>修改稿件的文字，占用稿件</translation>
  </message>
  <message>
   <source>Only an editor may change a story in {stage}.</source>
   <translation>处于“{stage}”的稿件只有编辑可以修改。</translation>
  </message>
  <message>
   <source>have what one types kept, wherever the story was moved meanwhile</source>
   <translation>保留输入的内容，无论稿件其间流转到哪里</translation>
  </message>
  <message>
   <source>Only its writer or an editor may type in this story.</source>
   <translation>只有作者或编辑可以在这篇稿件中撰写。</translation>
  </message>
  <message>
   <source>set when a story is due, its format and its desk, which are printed</source>
   <translation>设定稿件的截稿时间、版式和部门，它们会付印</translation>
  </message>
  <message>
   <source>Only an editor may set when a story in {stage} is due, its format and its desk.</source>
   <translation>处于“{stage}”的稿件，只有编辑可以设定截稿时间、版式和部门。</translation>
  </message>
  <message>
   <source>set a story's length and kind</source>
   <translation>设定稿件的篇幅和类别</translation>
  </message>
  <message>
   <source>Only an editor may plan a story in {stage}.</source>
   <translation>处于“{stage}”的稿件只有编辑可以安排。</translation>
  </message>
  <message>
   <source>give back one's own claim, drop one's own typing</source>
   <translation>交还自己占用的稿件，放弃自己输入的内容</translation>
  </message>
  <message>
   <source>bring in a picture</source>
   <translation>导入图片</translation>
  </message>
  <message>
   <source>move a story, by the table of moves</source>
   <translation>按流转表流转稿件</translation>
  </message>
  <message>
   <source>comment, answer, resolve</source>
   <translation>批注、回复、解决</translation>
  </message>
  <message>
   <source>suggest changes of a story's text</source>
   <translation>对稿件文字提出改动建议</translation>
  </message>
  <message>
   <source>Only an editor or its writer may suggest changes of this story.</source>
   <translation>只有编辑或其作者可以对这篇稿件提出改动建议。</translation>
  </message>
  <message>
   <source>hold a story back from print, until a time or until that is lifted</source>
   <translation>扣发稿件，至某一时间或直到解除</translation>
  </message>
  <message>
   <source>Only an editor may hold back a story in {stage}.</source>
   <translation>只有编辑可以扣发处于“{stage}”的稿件。</translation>
  </message>
  <message>
   <source>ask for a check of a story, or for none any more</source>
   <translation>要求或不再要求核查稿件</translation>
  </message>
  <message>
   <source>Only an editor may ask for a check of a story in {stage}.</source>
   <translation>只有编辑可以要求核查处于“{stage}”的稿件。</translation>
  </message>
  <message>
   <source>do a check of a story that one did not write</source>
   <translation>核查不是自己写的稿件</translation>
  </message>
  <message>
   <source>look over what others changed since one had a story</source>
   <translation>查看自己处理之后他人的改动</translation>
  </message>
  <message>
   <source>read one's own inbox</source>
   <translation>阅读自己的收件箱</translation>
  </message>
  <message>
   <source>have a story measured</source>
   <translation>测量稿件</translation>
  </message>
  <message>
   <source>keep and forget searches, one's own and shared ones</source>
   <translation>保存和删除自己的与共享的搜索</translation>
  </message>
  <message>
   <source>ignore a word, take up or dismiss a remark of house style</source>
   <translation>忽略一个词，采纳或忽略一条用语提示</translation>
  </message>
  <message>
   <source>keep words of one's own that spelling takes for right</source>
   <translation>保留自己认为正确的词</translation>
  </message>
  <message>
   <source>keep words for the newsroom</source>
   <translation>为编辑部保留词</translation>
  </message>
  <message>
   <source>draft and publish house style</source>
   <translation>起草并发布用语规则</translation>
  </message>
  <message>
   <source>have a rule of house style switched off that runs wild</source>
   <translation>停用一条失控的用语规则</translation>
  </message>
  <message>
   <source>export approved stories for print</source>
   <translation>导出已签发的稿件付印</translation>
  </message>
  <message>
   <source>change one's own password</source>
   <translation>更改自己的密码</translation>
  </message>
  <message>
   <source>make an account</source>
   <translation>建立账户</translation>
  </message>
  <message>
   <source>change an account, end its use</source>
   <translation>修改账户，停用账户</translation>
  </message>
  <message>
   <source>reset the password of another</source>
   <translation>重设他人的密码</translation>
  </message>
  <message>
   <source>make a desk</source>
   <translation>建立部门</translation>
  </message>
  <message>
   <source>rename a desk</source>
   <translation>为部门改名</translation>
  </message>
  <message>
   <source>retire a desk, take one back</source>
   <translation>停用部门、恢复使用部门</translation>
  </message>
  <message>
   <source>change settings and kinds</source>
   <translation>更改设置和类别</translation>
  </message>
  <message>
   <source>set limits</source>
   <translation>设定限制</translation>
  </message>
  <message>
   <source>add a format or a profile</source>
   <translation>添加版式或配置文件</translation>
  </message>
  <message>
   <source>copy the newsroom into a backup</source>
   <translation>把编辑部复制为备份</translation>
  </message>
  <message>
   <source>put a backup in the newsroom's place</source>
   <translation>用备份替换编辑部</translation>
  </message>
  <message>
   <source>move the newsroom to a server</source>
   <translation>把编辑部移到服务器</translation>
  </message>
  <message>
   <source>Your account is not active.</source>
   <translation>您的账户未启用。</translation>
  </message>
  <message>
   <source>Only its writer or an editor may change this draft.</source>
   <translation>只有作者或编辑可以修改这篇草稿。</translation>
  </message>
  <message>
   <source>Only its writer or an editor may plan it.</source>
   <translation>只有作者或编辑可以安排它。</translation>
  </message>
  <message>
   <source>When a story in {stage} is due, its format and its desk stand as approved: recall or correct it first.</source>
   <translation>稿件处于“{stage}”时，截稿时间、版式和部门以签发时为准：请先撤回或更正。</translation>
  </message>
  <message>
   <source>Only its writer or an editor may hold this story back.</source>
   <translation>只有作者或编辑可以扣发这篇稿件。</translation>
  </message>
  <message>
   <source>Only its writer or an editor may ask for a check of this story.</source>
   <translation>只有作者或编辑可以要求核查这篇稿件。</translation>
  </message>
  <message>
   <source>{slug} is in {stage}, not approved: only a proof can be made of it.</source>
   <translation>{slug} 处于“{stage}”，未经签发：只能出校样。</translation>
  </message>
  <message>
   <source>The text of {slug} is not the text that was signed off: only a proof can be made of it.</source>
   <translation>{slug} 的文字不是所签发的文字：只能出校样。</translation>
  </message>
  <message>
   <source>due date</source>
   <translation>截稿日期</translation>
  </message>
  <message>
   <source>{slug}: its {join} was changed past Galley, and is not what was approved.</source>
   <translation>{slug}：其{join}在 Galley 之外被改动，不是所签发的。</translation>
  </message>
  <message>
   <source>{slug} was approved in the format {layout}: a page in {layout2} is another one, and only a proof can be made of it.</source>
   <translation>{slug} 是以版式 {layout} 签发的：{layout2} 的版面不同，只能出校样。</translation>
  </message>
  <message>
   <source>{slug}: its text was changed past Galley since it was stored, and is not what was approved.</source>
   <translation>{slug}：其文字在存入之后于 Galley 之外被改动，不是所签发的。</translation>
  </message>
  <message>
   <source>{slug}: the bytes of its picture {name} were changed past Galley.</source>
   <translation>{slug}：其图片 {name} 的数据在 Galley 之外被改动。</translation>
  </message>
  <message>
   <source>The body of this story has no blocks: it was not written by Galley.</source>
   <translation>这篇稿件的正文没有段落：它不是由 Galley 写入的。</translation>
  </message>
  <message>
   <source>The body of this story is not valid JSON: {error}.</source>
   <translation>这篇稿件的正文不是有效的 JSON：{error}。</translation>
  </message>
  <message>
   <source>The body of this story cannot be read: {first}.</source>
   <translation>这篇稿件的正文无法读取：{first}。</translation>
  </message>
  <message>
   <source>note to editor</source>
   <translation>note to editor</translation>
  </message>
  <message>
   <source>note to editors</source>
   <translation>note to editors</translation>
  </message>
  <message>
   <source>note to desk</source>
   <translation>note to desk</translation>
  </message>
  <message>
   <source>{name} is larger than {most} and was not read.</source>
   <translation>{name} 大于 {most}，没有读取。</translation>
  </message>
  <message>
   <source>{value} MB</source>
   <translation>{value} MB</translation>
  </message>
  <message>
   <source>{value} kB</source>
   <translation>{value} kB</translation>
  </message>
  <message>
   <source>{path} cannot be read: {value}.</source>
   <translation>{path} 无法读取：{value}。</translation>
  </message>
  <message>
   <source>{path} is a folder, and only a file is read.</source>
   <translation>{path} 是文件夹，而只能读取文件。</translation>
  </message>
  <message>
   <source>{path} is {get}, and only a file is read.</source>
   <translation>{path} 是{get}，而只能读取文件。</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>没有文件 {path}。</translation>
  </message>
  <message>
   <source>no file</source>
   <translation>不是文件</translation>
  </message>
  <message>
   <source>Windows-1252 (Western)</source>
   <translation>Windows-1252（西欧）</translation>
  </message>
  <message>
   <source>Windows-1250 (Central European)</source>
   <translation>Windows-1250（中欧）</translation>
  </message>
  <message>
   <source>Windows-1251 (Cyrillic)</source>
   <translation>Windows-1251（西里尔文）</translation>
  </message>
  <message>
   <source>Windows-1253 (Greek)</source>
   <translation>Windows-1253（希腊文）</translation>
  </message>
  <message>
   <source>Windows-1254 (Turkish)</source>
   <translation>Windows-1254（土耳其文）</translation>
  </message>
  <message>
   <source>Windows-1255 (Hebrew)</source>
   <translation>Windows-1255（希伯来文）</translation>
  </message>
  <message>
   <source>Windows-1256 (Arabic)</source>
   <translation>Windows-1256（阿拉伯文）</translation>
  </message>
  <message>
   <source>Windows-1257 (Baltic)</source>
   <translation>Windows-1257（波罗的海）</translation>
  </message>
  <message>
   <source>Windows-1258 (Vietnamese)</source>
   <translation>Windows-1258（越南文）</translation>
  </message>
  <message>
   <source>Windows-874 (Thai)</source>
   <translation>Windows-874（泰文）</translation>
  </message>
  <message>
   <source>ISO 8859-2 (Central European)</source>
   <translation>ISO 8859-2（中欧）</translation>
  </message>
  <message>
   <source>ISO 8859-5 (Cyrillic)</source>
   <translation>ISO 8859-5（西里尔文）</translation>
  </message>
  <message>
   <source>ISO 8859-6 (Arabic)</source>
   <translation>ISO 8859-6（阿拉伯文）</translation>
  </message>
  <message>
   <source>ISO 8859-7 (Greek)</source>
   <translation>ISO 8859-7（希腊文）</translation>
  </message>
  <message>
   <source>ISO 8859-8 (Hebrew)</source>
   <translation>ISO 8859-8（希伯来文）</translation>
  </message>
  <message>
   <source>ISO 8859-9 (Turkish)</source>
   <translation>ISO 8859-9（土耳其文）</translation>
  </message>
  <message>
   <source>ISO 8859-15 (Western)</source>
   <translation>ISO 8859-15（西欧）</translation>
  </message>
  <message>
   <source>KOI8-R (Russian)</source>
   <translation>KOI8-R（俄文）</translation>
  </message>
  <message>
   <source>KOI8-U (Ukrainian)</source>
   <translation>KOI8-U（乌克兰文）</translation>
  </message>
  <message>
   <source>Mac Roman</source>
   <translation>Mac（西欧）</translation>
  </message>
  <message>
   <source>Mac Cyrillic</source>
   <translation>Mac（西里尔文）</translation>
  </message>
  <message>
   <source>Mac Greek</source>
   <translation>Mac（希腊文）</translation>
  </message>
  <message>
   <source>Mac Turkish</source>
   <translation>Mac（土耳其文）</translation>
  </message>
  <message>
   <source>Mac Central European</source>
   <translation>Mac（中欧）</translation>
  </message>
  <message>
   <source>DOS 850 (Western)</source>
   <translation>DOS 850（西欧）</translation>
  </message>
  <message>
   <source>DOS 852 (Central European)</source>
   <translation>DOS 852（中欧）</translation>
  </message>
  <message>
   <source>DOS 866 (Cyrillic)</source>
   <translation>DOS 866（西里尔文）</translation>
  </message>
  <message>
   <source>DOS 437 (Western)</source>
   <translation>DOS 437（西欧）</translation>
  </message>
  <message>
   <source>DOS 737 (Greek)</source>
   <translation>DOS 737（希腊文）</translation>
  </message>
  <message>
   <source>DOS 855 (Cyrillic)</source>
   <translation>DOS 855（西里尔文）</translation>
  </message>
  <message>
   <source>DOS 862 (Hebrew)</source>
   <translation>DOS 862（希伯来文）</translation>
  </message>
  <message>
   <source>GB18030 (Chinese)</source>
   <translation>GB18030（中文）</translation>
  </message>
  <message>
   <source>Big5 (Chinese)</source>
   <translation>Big5（中文）</translation>
  </message>
  <message>
   <source>EUC-JP (Japanese)</source>
   <translation>EUC-JP（日文）</translation>
  </message>
  <message>
   <source>ISO-2022-JP (Japanese)</source>
   <translation>ISO-2022-JP（日文）</translation>
  </message>
  <message>
   <source>EUC-KR (Korean)</source>
   <translation>EUC-KR（韩文）</translation>
  </message>
  <message>
   <source>a Word file or other archive</source>
   <translation>Word 文件或其他压缩包</translation>
  </message>
  <message>
   <source>an old Word file or a message of Outlook</source>
   <translation>旧式 Word 文件或 Outlook 邮件</translation>
  </message>
  <message>
   <source>an RTF file</source>
   <translation>RTF 文件</translation>
  </message>
  <message>
   <source>a picture or a recording</source>
   <translation>图片或录音</translation>
  </message>
  <message>
   <source>a compressed file</source>
   <translation>压缩文件</translation>
  </message>
  <message>
   <source>{name} is larger than 10 MB and was not read; a story is a text file far smaller than that.</source>
   <translation>{name} 大于 10 MB，没有读取；稿件是远小于此的文本文件。</translation>
  </message>
  <message>
   <source>{name} is not a text file; Galley reads plain text, mails and wire copy.</source>
   <translation>{name} 不是文本文件；Galley 读取纯文本、邮件和电讯稿。</translation>
  </message>
  <message>
   <source>{name} is empty; there is nothing to import.</source>
   <translation>{name} 是空的；没有可导入的内容。</translation>
  </message>
  <message>
   <source>There is no character set “{charset}”: name one such as Windows-1252, GB18030 or UTF-8.</source>
   <translation>没有字符集“{charset}”：请指定如 Windows-1252、GB18030 或 UTF-8。</translation>
  </message>
  <message>
   <source>{name} is {kind}, not a text file; save its text as plain text and import that.</source>
   <translation>{name} 是{kind}，不是文本文件；请另存为纯文本再导入。</translation>
  </message>
  <message>
   <source>{unreadable} character{unreadable2} could not be read.</source>
   <translation>{unreadable} 个字符无法读取。</translation>
  </message>
  <message>
   <source>No headline was found.</source>
   <translation>没有找到标题。</translation>
  </message>
  <message>
   <source>No text was found.</source>
   <translation>没有找到正文。</translation>
  </message>
  <message>
   <source>{unsure} line{unsure2} may be something else.</source>
   <translation>{unsure} 行可能另有含义。</translation>
  </message>
  <message>
   <source>{long} long paragraph{long2} {value} left out.</source>
   <translation>{long} 个长段落未采用。</translation>
  </message>
  <message>
   <source>Left out at import:</source>
   <translation>导入时未采用：</translation>
  </message>
  <message>
   <source>{unreadable} characters of the file could not be read; they stand as �.</source>
   <translation>文件中有 {unreadable} 个字符无法读取，以 � 代替。</translation>
  </message>
  <message>
   <source>word count</source>
   <translation>word count</translation>
  </message>
  <message>
   <source>date line</source>
   <translation>date line</translation>
  </message>
  <message>
   <source>the end</source>
   <translation>the end</translation>
  </message>
  <message>
   <source>The characters were read as {charset}, but another encoding may be meant: look them over.</source>
   <translation>字符按 {charset} 读取，但也可能是另一种编码：请检查。</translation>
  </message>
  <message>
   <source>an XML file</source>
   <translation>XML 文件</translation>
  </message>
  <message>
   <source>an HTML page</source>
   <translation>HTML 网页</translation>
  </message>
  <message>
   <source>a JSON file</source>
   <translation>JSON 文件</translation>
  </message>
  <message>
   <source>a mailbox of many mails</source>
   <translation>含多封邮件的邮箱文件</translation>
  </message>
  <message>
   <source>Attached: {name}</source>
   <translation>附件：{name}</translation>
  </message>
  <message>
   <source>The text</source>
   <translation>该文字</translation>
  </message>
  <message>
   <source>{name} is {kind}, which Galley cannot read yet; save its text as plain text and import that.</source>
   <translation>{name} 是{kind}，Galley 还不能读取；请另存为纯文本再导入。</translation>
  </message>
  <message>
   <source>{value} has no text; save what is attached to it and import that.</source>
   <translation>{value} 没有文字；请保存其附件再导入。</translation>
  </message>
  <message>
   <source>The mail</source>
   <translation>该邮件</translation>
  </message>
  <message>
   <source>{name} is a mail of more parts than Galley looks at; save its text and import that.</source>
   <translation>{name} 是一封部分过多的邮件，Galley 不予读取；请保存其文字再导入。</translation>
  </message>
  <message>
   <source>the forwarded mail</source>
   <translation>转发的邮件</translation>
  </message>
  <message>
   <source>{value} has over a million characters, as no story has; import it in parts.</source>
   <translation>{value} 超过一百万字符，没有稿件这样长；请分几次导入。</translation>
  </message>
  <message>
   <source>The wire kills a story: look before this is taken in.</source>
   <translation>通讯社撤销了一篇稿件：采用前请核对。</translation>
  </message>
  <message>
   <source>The wire sends this as a correction: an earlier story may be wrong.</source>
   <translation>通讯社发来的是更正：较早的稿件可能有误。</translation>
  </message>
  <message>
   <source>The wire sends this as a further take of a story that came before.</source>
   <translation>通讯社发来的是先前一篇稿件的续稿。</translation>
  </message>
  <message>
   <source>“{code}” is no language: name it by its code, as en-GB, de or pt-BR.</source>
   <translation>“{code}”不是语言：请用代码，如 en-GB、de 或 pt-BR。</translation>
  </message>
  <message>
   <source>an account</source>
   <translation>账户</translation>
  </message>
  <message>
   <source>There is no account “{login}” in this newsroom.</source>
   <translation>这个编辑部没有账户“{login}”。</translation>
  </message>
  <message>
   <source>A newsroom needs an active chief: make somebody else one first.</source>
   <translation>编辑部需要一名在职的总编辑：请先任命另一人。</translation>
  </message>
  <message>
   <source>“{login}” cannot be a login: use up to 32 lower-case letters, digits, dots and hyphens.</source>
   <translation>“{login}”不能作登录名：请用至多 32 个小写字母、数字、点和连字符。</translation>
  </message>
  <message>
   <source>The login {login} is taken.</source>
   <translation>登录名 {login} 已被使用。</translation>
  </message>
  <message>
   <source>The account {login} is not active: ask the chief.</source>
   <translation>账户 {login} 未启用：请找总编辑。</translation>
  </message>
  <message>
   <source>{login} was given a password meanwhile: sign in with it.</source>
   <translation>其间 {login} 有了密码：请用它登录。</translation>
  </message>
  <message>
   <source>That is not the password of {login}.</source>
   <translation>这不是 {login} 的密码。</translation>
  </message>
  <message>
   <source>The signing key does not open with this password.</source>
   <translation>签名密钥不能用这个密码打开。</translation>
  </message>
  <message>
   <source>sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>wrong password</source>
   <translation>密码错误</translation>
  </message>
  <message>
   <source>Too many wrong passwords for {login}: try again in {seconds} s.</source>
   <translation>{login} 输错密码的次数太多：请 {seconds} 秒后再试。</translation>
  </message>
  <message>
   <source>There is a desk called {desk} already.</source>
   <translation>已经有名为“{desk}”的部门。</translation>
  </message>
  <message>
   <source>There is a desk called {desk} already, which is retired: take it back.</source>
   <translation>已经有名为“{desk}”的部门，它已停用：请恢复使用。</translation>
  </message>
  <message>
   <source>The stories of {name} go to another desk.</source>
   <translation>“{name}”部门的稿件须转入另一个部门。</translation>
  </message>
  <message>
   <source>take back desk</source>
   <translation>恢复使用部门</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>还没有</translation>
  </message>
  <message>
   <source>There is no desk “{name}”; the desks are: {known}.</source>
   <translation>没有部门“{name}”；现有部门：{known}。</translation>
  </message>
  <message>
   <source>The desk {name} is retired: choose another one, or take it back.</source>
   <translation>“{name}”部门已停用：请选择另一个部门，或恢复使用它。</translation>
  </message>
  <message>
   <source>{name} is the only desk: a newsroom needs one.</source>
   <translation>“{name}”是唯一的部门：编辑部至少要有一个部门。</translation>
  </message>
  <message>
   <source>The desk {name} has {moved} stories in Draft and Edit, not {stories}.</source>
   <translation>“{name}”部门在草稿和编辑阶段有 {moved} 篇稿件，而不是 {stories} 篇。</translation>
  </message>
  <message>
   <source>The desk {name} is not retired.</source>
   <translation>“{name}”部门并未停用。</translation>
  </message>
  <message>
   <source>{capitalize} needs a name.</source>
   <translation>{capitalize}需要一个名称。</translation>
  </message>
  <message>
   <source>“{address}” is no e-mail address: it has a name, an @ and the name of a server.</source>
   <translation>“{address}”不是电子邮件地址：它须有名称、@ 和服务器名。</translation>
  </message>
  <message>
   <source>the picture is damaged</source>
   <translation>图片已损坏</translation>
  </message>
  <message>
   <source>the picture ends too early</source>
   <translation>图片不完整</translation>
  </message>
  <message>
   <source>The picture</source>
   <translation>该图片</translation>
  </message>
  <message>
   <source>{name} was changed while it was read; add it again.</source>
   <translation>{name} 在读取时被改动；请再添加一次。</translation>
  </message>
  <message>
   <source>The picture {sha256} is not in this newsroom.</source>
   <translation>这个编辑部没有图片 {sha256}。</translation>
  </message>
  <message>
   <source>{name} is over {value} MB: too large for a picture.</source>
   <translation>{name} 超过 {value} MB：作为图片太大。</translation>
  </message>
  <message>
   <source>{name} is a progressive JPEG of {width} × {height} pixels, which takes more memory than a picture is given; of its kind {value} megapixels are read. Save it as a baseline JPEG.</source>
   <translation>{name} 是 {width} × {height} 像素的渐进式 JPEG，所需内存超出单张图片的上限；此类图片最多读取 {value} 百万像素。请另存为基线 JPEG。</translation>
  </message>
  <message>
   <source>{name} has {width} × {height} pixels: more than Galley opens.</source>
   <translation>{name} 有 {width} × {height} 像素：超过 Galley 能打开的大小。</translation>
  </message>
  <message>
   <source>{name} is not a JPEG, PNG, TIFF or WebP picture that can be read.</source>
   <translation>{name} 不是可以读取的 JPEG、PNG、TIFF 或 WebP 图片。</translation>
  </message>
  <message>
   <source>{name} is damaged and cannot be read.</source>
   <translation>{name} 已损坏，无法读取。</translation>
  </message>
  <message>
   <source>{name} takes longer to read than any such file should and was not read.</source>
   <translation>{name} 读取时间超过此类文件应有的时间，没有读取。</translation>
  </message>
  <message>
   <source>{name} takes more memory to read than any such file should and was not read.</source>
   <translation>{name} 读取所需内存超过此类文件应有的数量，没有读取。</translation>
  </message>
  <message>
   <source>the process ended with {exitcode}</source>
   <translation>进程以 {exitcode} 结束</translation>
  </message>
  <message>
   <source>Only the writer or an editor may do this.</source>
   <translation>只有作者或编辑可以这样做。</translation>
  </message>
  <message>
   <source>Only an editor may do this.</source>
   <translation>只有编辑可以这样做。</translation>
  </message>
  <message>
   <source>Only its writer may withdraw a story.</source>
   <translation>只有作者可以收回稿件。</translation>
  </message>
  <message>
   <source>Only an editor may approve.</source>
   <translation>只有编辑可以签发。</translation>
  </message>
  <message>
   <source>Another editor must approve what you wrote.</source>
   <translation>您写的稿件须由另一位编辑签发。</translation>
  </message>
  <message>
   <source>Only an editor, or the writer of a draft, may do this.</source>
   <translation>只有编辑，或草稿的作者，可以这样做。</translation>
  </message>
  <message>
   <source>Only the chief may kill a story.</source>
   <translation>只有总编辑可以撤稿。</translation>
  </message>
  <message>
   <source>Still empty: {join}.</source>
   <translation>仍然空着：{join}。</translation>
  </message>
  <message>
   <source>Write a note that says what to change.</source>
   <translation>请写备注说明要改什么。</translation>
  </message>
  <message>
   <source>Give a reason.</source>
   <translation>请写明原因。</translation>
  </message>
  <message>
   <source>It has been exported for print: correct it instead.</source>
   <translation>它已导出付印：请改用更正。</translation>
  </message>
  <message>
   <source>Nothing has been exported yet: recall it instead.</source>
   <translation>还没有导出过：请改用撤回。</translation>
  </message>
  <message>
   <source>A story in {stage} cannot be {past}.</source>
   <translation>处于“{stage}”的稿件不能{past}。</translation>
  </message>
  <message>
   <source>month {month}</source>
   <translation>{month} 月</translation>
  </message>
  <message>
   <source>a text in it is not what was written</source>
   <translation>其中有文字与写入时不一致</translation>
  </message>
  <message>
   <source>The newsroom in {place} was moved to a server: open it there.</source>
   <translation>{place} 的编辑部已移到服务器：请在那里打开。</translation>
  </message>
  <message>
   <source>foreign key</source>
   <translation>foreign key</translation>
  </message>
  <message>
   <source>no password supplied</source>
   <translation>no password supplied</translation>
  </message>
  <message>
   <source>password authentication failed</source>
   <translation>password authentication failed</translation>
  </message>
  <message>
   <source>no password was provided</source>
   <translation>no password was provided</translation>
  </message>
  <message>
   <source>The database {place} reports: {told}</source>
   <translation>数据库 {place} 报告：{told}</translation>
  </message>
  <message>
   <source>Somebody else changed the same at the same moment, and nothing was changed here: look again.</source>
   <translation>另有人在同一时刻改了同一处，这里没有改动任何内容：请再看一遍。</translation>
  </message>
  <message>
   <source>database is locked</source>
   <translation>database is locked</translation>
  </message>
  <message>
   <source>{place} is busy: another program has been writing to it for {seconds:.0f} s. Try again.</source>
   <translation>{place} 正忙：另一个程序已向它写入 {seconds:.0f} 秒。请再试。</translation>
  </message>
  <message>
   <source>disk is full</source>
   <translation>disk is full</translation>
  </message>
  <message>
   <source>The disk that holds {place} is full: nothing was saved. Make room and try again.</source>
   <translation>存放 {place} 的磁盘已满：没有保存任何内容。请腾出空间后再试。</translation>
  </message>
  <message>
   <source>readonly database</source>
   <translation>readonly database</translation>
  </message>
  <message>
   <source>{place} cannot be written: it is read-only for you.</source>
   <translation>{place} 无法写入：对您是只读的。</translation>
  </message>
  <message>
   <source>unable to open database</source>
   <translation>unable to open database</translation>
  </message>
  <message>
   <source>{place} cannot be opened: the folder is missing or not yours to write.</source>
   <translation>{place} 无法打开：文件夹不存在，或您没有写入权限。</translation>
  </message>
  <message>
   <source>not a database</source>
   <translation>not a database</translation>
  </message>
  <message>
   <source>{place} is not a Galley newsroom: it is not an SQLite database.</source>
   <translation>{place} 不是 Galley 编辑部：它不是 SQLite 数据库。</translation>
  </message>
  <message>
   <source>could not decode</source>
   <translation>could not decode</translation>
  </message>
  <message>
   <source>{place} is damaged: the file is not what SQLite wrote.</source>
   <translation>{place} 已损坏：文件不是 SQLite 所写的样子。</translation>
  </message>
  <message>
   <source>is the server running</source>
   <translation>is the server running</translation>
  </message>
  <message>
   <source>The server that holds {place} does not answer: is it running, and can it be reached?</source>
   <translation>存放 {place} 的服务器没有回应：它在运行吗？能连接到吗？</translation>
  </message>
  <message>
   <source>timeout expired</source>
   <translation>timeout expired</translation>
  </message>
  <message>
   <source>name or service not known</source>
   <translation>name or service not known</translation>
  </message>
  <message>
   <source>The server of {place} cannot be found: is its name right?</source>
   <translation>找不到 {place} 的服务器：名称对吗？</translation>
  </message>
  <message>
   <source>failed to resolve host</source>
   <translation>failed to resolve host</translation>
  </message>
  <message>
   <source>fatal: database "</source>
   <translation>fatal: database "</translation>
  </message>
  <message>
   <source>The server has no database {place}: who runs the server makes one.</source>
   <translation>服务器没有数据库 {place}：请由服务器管理者建立。</translation>
  </message>
  <message>
   <source>fatal: role "</source>
   <translation>fatal: role "</translation>
  </message>
  <message>
   <source>The server of {place} knows nobody of that name: who runs the server makes the account.</source>
   <translation>{place} 的服务器不认识这个名字：请由服务器管理者建立账户。</translation>
  </message>
  <message>
   <source>server closed the connection</source>
   <translation>server closed the connection</translation>
  </message>
  <message>
   <source>The server that holds {place} has closed the connection.</source>
   <translation>存放 {place} 的服务器关闭了连接。</translation>
  </message>
  <message>
   <source>disk i/o error</source>
   <translation>disk i/o error</translation>
  </message>
  <message>
   <source>{place} cannot be read or written: the disk reports an error.</source>
   <translation>{place} 无法读写：磁盘报告错误。</translation>
  </message>
  <message>
   <source>the disk that holds {folder} is full</source>
   <translation>存放 {folder} 的磁盘已满</translation>
  </message>
  <message>
   <source>{url} {wrong}: run “galley login” at a terminal, which keeps it.</source>
   <translation>{url} {wrong}：请在终端运行“galley login”，它会保存密码。</translation>
  </message>
  <message>
   <source>the newsroom</source>
   <translation>该编辑部</translation>
  </message>
  <message>
   <source>{name} on {host}</source>
   <translation>{host} 上的 {name}</translation>
  </message>
  <message>
   <source>The disk that holds {place} is full: even to read, Galley needs a little room there.</source>
   <translation>存放 {place} 的磁盘已满：即使只是阅读，Galley 也需要一点空间。</translation>
  </message>
  <message>
   <source>{place} cannot be opened: its folder is read-only for you, and even to read, Galley writes beside it.</source>
   <translation>{place} 无法打开：其文件夹对您是只读的，而即使只是阅读，Galley 也要在旁边写入。</translation>
  </message>
  <message>
   <source>does not take that password</source>
   <translation>不接受该密码</translation>
  </message>
  <message>
   <source>asks for a password</source>
   <translation>要求密码</translation>
  </message>
  <message>
   <source>“{text}” is not the address of a newsroom: give a file or postgresql://…</source>
   <translation>“{text}”不是编辑部的地址：请给出文件或 postgresql://…</translation>
  </message>
  <message>
   <source>{database} is busy: too many questions wait for it. Try again.</source>
   <translation>{database} 正忙：等待它的查询太多。请再试。</translation>
  </message>
  <message>
   <source>That cannot be stored: it holds half a character, one without a meaning, or a number that is too large.</source>
   <translation>这无法存储：其中有半个字符、无意义的字符，或过大的数。</translation>
  </message>
  <message>
   <source>{path} is a link that leads back to itself: name another file.</source>
   <translation>{path} 是指回自身的链接：请指定另一个文件。</translation>
  </message>
  <message>
   <source>{database} was written by a newer Galley (tables {found}): update this one.</source>
   <translation>{database} 由较新的 Galley 写入（表版本 {found}）：请更新本程序。</translation>
  </message>
  <message>
   <source>{database} is damaged: its tables have names that cannot be read.</source>
   <translation>{database} 已损坏：其表名无法读取。</translation>
  </message>
  <message>
   <source>{place} cannot be backed up before it is brought up to date: {why}.</source>
   <translation>{place} 在更新之前无法备份：{why}。</translation>
  </message>
  <message>
   <source>There is no newsroom at {path}.</source>
   <translation>{path} 处没有编辑部。</translation>
  </message>
  <message>
   <source>{path} cannot be made: {strerror}.</source>
   <translation>{path} 无法建立：{strerror}。</translation>
  </message>
  <message>
   <source>{database} is a database, but not a Galley newsroom.</source>
   <translation>{database} 是数据库，但不是 Galley 编辑部。</translation>
  </message>
  <message>
   <source>remove open key</source>
   <translation>移除未封存的密钥</translation>
  </message>
  <message>
   <source>{place} was cut short or written over while Galley had it open.</source>
   <translation>{place} 在 Galley 打开期间被截短或覆盖。</translation>
  </message>
  <message>
   <source>{place} is not the file any more that this was written to: it was not stored.</source>
   <translation>{place} 已不是先前写入的那个文件：没有存入。</translation>
  </message>
  <message>
   <source>{place} is another newsroom now than the one that was opened.</source>
   <translation>{place} 现在是另一个编辑部，不是先前打开的那个。</translation>
  </message>
  <message>
   <source>{place} is another file now than the one that was opened, and no newsroom.</source>
   <translation>{place} 现在是另一个文件，不是先前打开的那个，也不是编辑部。</translation>
  </message>
  <message>
   <source>{place} was put back from another version of Galley: close it and open it again.</source>
   <translation>{place} 是由另一版本的 Galley 恢复的：请关闭后再打开。</translation>
  </message>
  <message>
   <source>{place} is gone: it was deleted or renamed while Galley had it open.</source>
   <translation>{place} 不见了：在 Galley 打开期间被删除或改名。</translation>
  </message>
  <message>
   <source>The system's keyring is locked: passwords are kept until Galley ends.</source>
   <translation>系统的密钥环已锁定：密码只保留到 Galley 结束。</translation>
  </message>
  <message>
   <source>There is no keyring on this system: passwords are kept until Galley ends.</source>
   <translation>这个系统没有密钥环：密码只保留到 Galley 结束。</translation>
  </message>
  <message>
   <source>The keyring does not answer ({name}): passwords are kept until Galley ends.</source>
   <translation>密钥环没有回应（{name}）：密码只保留到 Galley 结束。</translation>
  </message>
  <message>
   <source>Sign in first: only a newsroom without accounts is changed by nobody.</source>
   <translation>请先登录：只有还没有账户的编辑部才可以由无名者改动。</translation>
  </message>
  <message>
   <source>{name} has not signed in here: sign in first.</source>
   <translation>{name} 没有在此登录：请先登录。</translation>
  </message>
  <message>
   <source>There is no account {login} in the newsroom that was put back: ask the chief.</source>
   <translation>恢复的编辑部中没有账户 {login}：请找总编辑。</translation>
  </message>
  <message>
   <source>{name} is no longer {role} but {role2}: sign in again.</source>
   <translation>{name} 不再是{role}，而是{role2}：请重新登录。</translation>
  </message>
  <message>
   <source>The password of {login} was reset since: sign in again.</source>
   <translation>{login} 的密码其间被重设：请重新登录。</translation>
  </message>
  <message>
   <source>The newsroom cannot be read: {error}.</source>
   <translation>编辑部无法读取：{error}。</translation>
  </message>
  <message>
   <source>The newsroom's server does not answer; Galley tries again.</source>
   <translation>编辑部的服务器没有回应；Galley 会再试。</translation>
  </message>
  <message>
   <source>The check “{name}” is open.</source>
   <translation>核查“{name}”尚未完成。</translation>
  </message>
  <message>
   <source>The check “{name}” was done by {by} on another text: it must be done again.</source>
   <translation>核查“{name}”是 {by} 针对另一版文字完成的，须重新核查。</translation>
  </message>
  <message>
   <source>There is no check “{name}”; the checks are: {value}.</source>
   <translation>没有名为“{name}”的核查；现有核查：{value}。</translation>
  </message>
  <message>
   <source>ask check</source>
   <translation>要求核查</translation>
  </message>
  <message>
   <source>drop check</source>
   <translation>不再要求核查</translation>
  </message>
  <message>
   <source>{slug}: Every story of the kind {kind} needs the check “{known}”.</source>
   <translation>{slug}：凡“{kind}”类稿件都必须有核查“{known}”。</translation>
  </message>
  <message>
   <source>{slug}: Nobody has asked for the check “{known}”.</source>
   <translation>{slug}：没有人要求核查“{known}”。</translation>
  </message>
  <message>
   <source>{slug} was changed since you looked at it: look at it again.</source>
   <translation>{slug} 在您查看之后已有改动，请重新查看。</translation>
  </message>
  <message>
   <source>{slug}: Another must check what you wrote.</source>
   <translation>{slug}：您写的稿件须由他人核查。</translation>
  </message>
  <message>
   <source>Have it done.</source>
   <translation>请安排完成核查。</translation>
  </message>
  <message>
   <source>take over</source>
   <translation>接手</translation>
  </message>
  <message>
   <source>{session} is writing in {slug}.</source>
   <translation>{session} 正在撰写 {slug}。</translation>
  </message>
  <message>
   <source>You no longer hold {slug}: {session} has taken it over.</source>
   <translation>您不再占用 {slug}：{session} 已接手。</translation>
  </message>
  <message>
   <source>Only an editor may take {slug} over from {session}.</source>
   <translation>只有编辑可以从 {session} 那里接手 {slug}。</translation>
  </message>
  <message>
   <source>Write something first.</source>
   <translation>请先写点内容。</translation>
  </message>
  <message>
   <source>Select the words that the comment is about.</source>
   <translation>请选中批注所针对的文字。</translation>
  </message>
  <message>
   <source>{slug}: what its page says of it was changed past Galley since it was approved.</source>
   <translation>{slug}：其版面上的信息自签发后在 Galley 之外被改动。</translation>
  </message>
  <message>
   <source>an export</source>
   <translation>一次导出</translation>
  </message>
  <message>
   <source>{slug} was {past} by {name} on {at} UTC{why}</source>
   <translation>{slug} 已由 {name} 于 {at}（UTC）{past}{why}</translation>
  </message>
  <message>
   <source>{slug} is not approved as it stands: only a proof can be made of it.</source>
   <translation>{slug} 的现状未经签发：只能出校样。</translation>
  </message>
  <message>
   <source>{slug} was approved in the format {layout}, not in {layout2}.</source>
   <translation>{slug} 是以版式 {layout} 签发的，不是 {layout2}。</translation>
  </message>
  <message>
   <source>The sign-off of {slug} does not carry the signature of who approved it.</source>
   <translation>{slug} 的签发没有签发人的签名。</translation>
  </message>
  <message>
   <source>the approval of {slug} stands no more</source>
   <translation>{slug} 的签发不再有效</translation>
  </message>
  <message>
   <source>another hold</source>
   <translation>另一次扣发</translation>
  </message>
  <message>
   <source>{slug}: Say why it is held back.</source>
   <translation>{slug}：请说明为什么扣发。</translation>
  </message>
  <message>
   <source>{slug}: The time until which it is to be held back is over.</source>
   <translation>{slug}：扣发的截止时间已过。</translation>
  </message>
  <message>
   <source>lift hold</source>
   <translation>解除扣发</translation>
  </message>
  <message>
   <source>Only an editor may hold a story back for a shorter time than it is.</source>
   <translation>只有编辑可以缩短扣发时间。</translation>
  </message>
  <message>
   <source>{slug} is not held back.</source>
   <translation>{slug} 没有被扣发。</translation>
  </message>
  <message>
   <source>{name} took {slug} over from you{typed}.</source>
   <translation>{name} 从您那里接手了 {slug}{typed}。</translation>
  </message>
  <message>
   <source>{name} on {slug}: {body}</source>
   <translation>{name} 对 {slug} 的批注：{body}</translation>
  </message>
  <message>
   <source>event {number}</source>
   <translation>事件 {number}</translation>
  </message>
  <message>
   <source>; what you had typed is a revision</source>
   <translation>；您输入的内容已成为一个版本</translation>
  </message>
  <message>
   <source>{slug} is due soon.</source>
   <translation>{slug} 即将截稿。</translation>
  </message>
  <message>
   <source>There is no kind “{name}”; the kinds are: {value}.</source>
   <translation>没有类别“{name}”；现有类别：{value}。</translation>
  </message>
  <message>
   <source>There is a kind called {name} already.</source>
   <translation>已经有名为 {name} 的类别。</translation>
  </message>
  <message>
   <source>The {field} has {length} characters; {who} wants at least {least}.</source>
   <translation>{field}有 {length} 个字符；{who} 要求至少 {least} 个。</translation>
  </message>
  <message>
   <source>The story has {words} words; {who} wants at least {least}.</source>
   <translation>稿件有 {words} 字；{who} 要求至少 {least} 字。</translation>
  </message>
  <message>
   <source>The story has {number} pictures; {who} wants at least {least}.</source>
   <translation>稿件有 {number} 张图片；{who} 要求至少 {least} 张。</translation>
  </message>
  <message>
   <source>The {field} has {length} characters; {who} allows {most}.</source>
   <translation>{field}有 {length} 个字符；{who} 至多允许 {most} 个。</translation>
  </message>
  <message>
   <source>The story has no {field}; {who} wants one.</source>
   <translation>稿件没有{field}；{who} 要求有。</translation>
  </message>
  <message>
   <source>There is no limit “{name}”; there are {join}.</source>
   <translation>没有限制“{name}”；现有：{join}。</translation>
  </message>
  <message>
   <source>A limit cannot be less than nothing.</source>
   <translation>限制不能小于零。</translation>
  </message>
  <message>
   <source>A limit can be {most} at most.</source>
   <translation>限制至多为 {most}。</translation>
  </message>
  <message>
   <source>A limit is one of a desk or one of a kind: name either.</source>
   <translation>限制或属部门，或属类别：请指定其一。</translation>
  </message>
  <message>
   <source>Mend it, or ask the chief for an exception.</source>
   <translation>请修正，或请总编辑准予例外。</translation>
  </message>
  <message>
   <source>taken over</source>
   <translation>接手</translation>
  </message>
  <message>
   <source>put back</source>
   <translation>放回</translation>
  </message>
  <message>
   <source>{slug} was {changes} by {name} {value}: look at it again.</source>
   <translation>{slug} 已由 {name} 于{value}{changes}：请再看一遍。</translation>
  </message>
  <message>
   <source>{slug} was changed meanwhile: look at it again.</source>
   <translation>{slug} 其间有改动：请再看一遍。</translation>
  </message>
  <message>
   <source>a moment ago</source>
   <translation>刚才</translation>
  </message>
  <message>
   <source>{minutes} minute{value} ago</source>
   <translation>{minutes} 分钟前</translation>
  </message>
  <message>
   <source>to be written</source>
   <translation>有待写入</translation>
  </message>
  <message>
   <source>an approval</source>
   <translation>一次签发</translation>
  </message>
  <message>
   <source>{slug}: another open story has this slug now; rename that one first.</source>
   <translation>{slug}：另一篇未结稿件现在用这个稿名；请先为那篇改名。</translation>
  </message>
  <message>
   <source>{slug} was changed past Galley, and cannot be read any more: galley audit says more.</source>
   <translation>{slug} 在 Galley 之外被改动，已无法读取：galley audit 有详情。</translation>
  </message>
  <message>
   <source>The saved search “{name}” cannot be read; save it anew.</source>
   <translation>已保存的搜索“{name}”无法读取；请重新保存。</translation>
  </message>
  <message>
   <source>What is kept as saved searches is none; saving one takes its place.</source>
   <translation>所存的已保存搜索不是搜索；保存一个即可取代它。</translation>
  </message>
  <message>
   <source>Give the saved search a name.</source>
   <translation>请为已保存的搜索取名。</translation>
  </message>
  <message>
   <source>Say what the saved search looks for.</source>
   <translation>请写明已保存的搜索要找什么。</translation>
  </message>
  <message>
   <source>There is no {value} search “{name}”.</source>
   <translation>没有名为“{name}”的{value}搜索。</translation>
  </message>
  <message>
   <source>signed with a key made when {value} reset the password on {made}</source>
   <translation>所用签名密钥是 {value} 于 {made} 重设密码时生成的</translation>
  </message>
  <message>
   <source>signed with a key that lay unsealed in the newsroom: whoever could read its file could sign with it</source>
   <translation>所用签名密钥未经封存：能读取编辑部文件的人都可以用它签名</translation>
  </message>
  <message>
   <source>{login} has no password, and so no key to sign {what} with: set one, and sign in with it.</source>
   <translation>{login} 没有密码，因此没有为{what}签名的密钥：请设置密码并用它登录。</translation>
  </message>
  <message>
   <source>the chief</source>
   <translation>总编辑</translation>
  </message>
  <message>
   <source>“{slug}” cannot be a slug: use lower-case letters and digits joined by hyphens.</source>
   <translation>“{slug}”不能作稿名：请用小写字母和数字，以连字符相接。</translation>
  </message>
  <message>
   <source>There is an open story called {slug} already.</source>
   <translation>已经有一篇名为 {slug} 的未结稿件。</translation>
  </message>
  <message>
   <source>Imported from {source}</source>
   <translation>导入自 {source}</translation>
  </message>
  <message>
   <source>There is no story “{story}” in this newsroom.</source>
   <translation>这个编辑部没有稿件“{story}”。</translation>
  </message>
  <message>
   <source>{value} is writing in {slug}.</source>
   <translation>{value} 正在撰写 {slug}。</translation>
  </message>
  <message>
   <source>There is no revision {number} of {slug}.</source>
   <translation>{slug} 没有第 {number} 版。</translation>
  </message>
  <message>
   <source>Restored revision {number}</source>
   <translation>恢复第 {number} 版</translation>
  </message>
  <message>
   <source>What was typed here and not saved as a revision is damaged.</source>
   <translation>在此输入而未存为版本的内容已损坏。</translation>
  </message>
  <message>
   <source>You have typed in {slug} and not saved it: open it, and replace there.</source>
   <translation>您在 {slug} 中输入的内容尚未保存：请打开该稿件，在其中替换。</translation>
  </message>
  <message>
   <source>{slug} was saved as revision {version} while you were writing from {base}.</source>
   <translation>您基于第 {base} 版撰写时，{slug} 已存为第 {version} 版。</translation>
  </message>
  <message>
   <source>As it was before the take-over</source>
   <translation>接手之前的样子</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>某人</translation>
  </message>
  <message>
   <source>accept suggestion</source>
   <translation>接受建议</translation>
  </message>
  <message>
   <source>refuse suggestion</source>
   <translation>拒绝建议</translation>
  </message>
  <message>
   <source>reopen suggestion</source>
   <translation>重新打开建议</translation>
  </message>
  <message>
   <source>{name} has taken this suggestion back.</source>
   <translation>{name} 已收回这条建议。</translation>
  </message>
  <message>
   <source>only who made its last move may undo that.</source>
   <translation>只有作了最后一次流转的人可以撤销。</translation>
  </message>
  <message>
   <source>that it was {past} stands for good.</source>
   <translation>它已{past}，不可撤销。</translation>
  </message>
  <message>
   <source>it is too late to undo its last move.</source>
   <translation>已来不及撤销最后一次流转。</translation>
  </message>
  <message>
   <source>{session} is writing in it by now.</source>
   <translation>{session} 现在正在撰写它。</translation>
  </message>
  <message>
   <source>it was changed since, and is not what was approved.</source>
   <translation>它此后有改动，不是所签发的。</translation>
  </message>
  <message>
   <source>another open story has this slug now; rename that one first.</source>
   <translation>另一篇未结稿件现在用这个稿名；请先为那篇改名。</translation>
  </message>
  <message>
   <source>A rule of house style needs words to find.</source>
   <translation>用语规则需要有要查找的词。</translation>
  </message>
  <message>
   <source>A rule cannot prefer what it finds; let capitals differ if those are what it is about.</source>
   <translation>规则不能改用它所查找的词；如果针对的是大小写，请让它区分大小写。</translation>
  </message>
  <message>
   <source>“{find}” finds nothing as well as something: let it find a letter at least.</source>
   <translation>“{find}”也会匹配空内容：请让它至少匹配一个字母。</translation>
  </message>
  <message>
   <source>“{find}” is no regular expression: {error}.</source>
   <translation>“{find}”不是正则表达式：{error}。</translation>
  </message>
  <message>
   <source>“{find}” would run for long on some texts: let nothing repeat within what repeats.</source>
   <translation>“{find}”在某些文字上会运行很久：重复之内不要再有重复。</translation>
  </message>
  <message>
   <source>The rule “{find}”</source>
   <translation>规则“{find}”</translation>
  </message>
  <message>
   <source>, {times} times</source>
   <translation>，{times} 次</translation>
  </message>
  <message>
   <source>Write “{prefer}”.</source>
   <translation>请写“{prefer}”。</translation>
  </message>
  <message>
   <source>Write it in another way.</source>
   <translation>请换一种写法。</translation>
  </message>
  <message>
   <source>draft {find}</source>
   <translation>起草 {find}</translation>
  </message>
  <message>
   <source>publish {name}</source>
   <translation>发布 {name}</translation>
  </message>
  <message>
   <source>retire {name}</source>
   <translation>停用 {name}</translation>
  </message>
  <message>
   <source>remove {name}</source>
   <translation>去掉 {name}</translation>
  </message>
  <message>
   <source>House style: “{words}”{often}. {why}</source>
   <translation>用语规则：“{words}”{often}。{why}</translation>
  </message>
  <message>
   <source>The rule {name} is published as it is drafted.</source>
   <translation>规则 {name} 已按草稿发布。</translation>
  </message>
  <message>
   <source>switch off rule</source>
   <translation>停用规则</translation>
  </message>
  <message>
   <source>There is no rule of house style called {name}.</source>
   <translation>没有名为 {name} 的用语规则。</translation>
  </message>
  <message>
   <source>block {number}</source>
   <translation>第 {number} 段</translation>
  </message>
  <message>
   <source>“{word}” is no single word: add words one by one, and inflected names as Name*.</source>
   <translation>“{word}”不是单个的词：请逐个添加，有词尾变化的名字写作 名字*。</translation>
  </message>
  <message>
   <source>A word has {longest} letters at most.</source>
   <translation>词最多有 {longest} 个字母。</translation>
  </message>
  <message>
   <source>“{word}” is not on that list of words.</source>
   <translation>“{word}”不在那个词表上。</translation>
  </message>
  <message>
   <source>{kind} is {kind2} now</source>
   <translation>{kind}改为{kind2}</translation>
  </message>
  <message>
   <source>picture changed</source>
   <translation>图片有改动</translation>
  </message>
  <message>
   <source>tightened or loosened</source>
   <translation>紧缩或放松</translation>
  </message>
  <message>
   <source>bold, italic, links or languages changed</source>
   <translation>粗体、斜体、链接或语言有改动</translation>
  </message>
  <message>
   <source>Row {key} of the table {table}</source>
   <translation>表 {table} 的第 {key} 行</translation>
  </message>
  <message>
   <source>put there</source>
   <translation>放进去的</translation>
  </message>
  <message>
   <source>{name} was {how} behind the back of the log, before record {number} ({action} {value}).</source>
   <translation>{name} 绕过日志被{how}，在第 {number} 条记录（{action} {value}）之前。</translation>
  </message>
  <message>
   <source>Record {number} of the log, whose hash was noted, is missing.</source>
   <translation>日志中曾记下其哈希值的第 {number} 条记录不见了。</translation>
  </message>
  <message>
   <source>taken out</source>
   <translation>取走的</translation>
  </message>
  <message>
   <source>What says which record of the log is the newest is missing: the last ones may be gone.</source>
   <translation>指明日志最新记录的数据不见了：最后几条可能已经丢失。</translation>
  </message>
  <message>
   <source>Records {value} to {number} at the end of the log are missing.</source>
   <translation>日志末尾的第 {value} 至 {number} 条记录不见了。</translation>
  </message>
  <message>
   <source>Record {records} of the log is not the one that was written last.</source>
   <translation>日志的第 {records} 条记录不是最后写入的那条。</translation>
  </message>
  <message>
   <source>{vouched} is missing: the log says it was written.</source>
   <translation>{vouched} 不见了：日志说它已写入。</translation>
  </message>
  <message>
   <source>The picture {name} has {value}.</source>
   <translation>图片 {name} {value}。</translation>
  </message>
  <message>
   <source>{slug} names a sign-off that is not of its text.</source>
   <translation>{slug} 所指的签发不是对其文字的签发。</translation>
  </message>
  <message>
   <source>{slug} has another format, due date or desk than was approved.</source>
   <translation>{slug} 的版式、截稿时间或部门与签发时不同。</translation>
  </message>
  <message>
   <source>{expected} to {value}</source>
   <translation>{expected} 至 {value}</translation>
  </message>
  <message>
   <source>Record {missing} of the log is missing.</source>
   <translation>日志的第 {missing} 条记录不见了。</translation>
  </message>
  <message>
   <source>Record {number} of the log does not follow the one before it: one was changed or moved.</source>
   <translation>日志的第 {number} 条记录与前一条不相接：有一条被改动或移动。</translation>
  </message>
  <message>
   <source>Record {number} of the log ({action} {value}) was changed.</source>
   <translation>日志的第 {number} 条记录（{action} {value}）被改动。</translation>
  </message>
  <message>
   <source>Record {number} of the log is not the one whose hash was noted.</source>
   <translation>日志的第 {number} 条记录不是曾记下其哈希值的那一条。</translation>
  </message>
  <message>
   <source>The bytes of the picture {name} were changed.</source>
   <translation>图片 {name} 的数据被改动。</translation>
  </message>
  <message>
   <source>Sign-off {id} is of a text that is not revision {revision} of its story.</source>
   <translation>签发 {id} 所签的文字不是其稿件的第 {revision} 版。</translation>
  </message>
  <message>
   <source>Sign-off {id} does not carry the signature of the account it names.</source>
   <translation>签发 {id} 没有所称账户的签名。</translation>
  </message>
  <message>
   <source>Sign-off {id} of {slug} is {note}.</source>
   <translation>{slug} 的签发 {id}：{note}。</translation>
  </message>
  <message>
   <source>Check {id} ({name}) does not carry the signature of the account it names.</source>
   <translation>核查 {id}（{name}）没有其所列账户的签名。</translation>
  </message>
  <message>
   <source>{slug} does not show its newest revision.</source>
   <translation>{slug} 显示的不是它最新的版本。</translation>
  </message>
  <message>
   <source>{slug} shows another text than its newest revision.</source>
   <translation>{slug} 显示的文字与其最新版本不同。</translation>
  </message>
  <message>
   <source>{slug} stands in {stage}, which is not where the log last moved it.</source>
   <translation>{slug} 处于“{stage}”，而日志最后并未将它流转到那里。</translation>
  </message>
  <message>
   <source>{slug} is in Publish without a sign-off.</source>
   <translation>{slug} 已处于付印而没有签发。</translation>
  </message>
  <message>
   <source>{name} is not in the log: it was put there by something other than Galley.</source>
   <translation>{name} 不在日志中：它不是由 Galley 放进去的。</translation>
  </message>
  <message>
   <source>{name} was changed behind the back of the log.</source>
   <translation>{name} 绕过日志被改动。</translation>
  </message>
  <message>
   <source>{name} cannot be read: {error}</source>
   <translation>{name} 无法读取：{error}</translation>
  </message>
  <message>
   <source>no bytes</source>
   <translation>没有数据</translation>
  </message>
  <message>
   <source>no facts</source>
   <translation>没有说明</translation>
  </message>
  <message>
   <source>{target} is there already: name another file.</source>
   <translation>{target} 已经存在：请指定另一个文件。</translation>
  </message>
  <message>
   <source>A newsroom on a server is backed up there: ask who runs it.</source>
   <translation>服务器上的编辑部在服务器上备份：请找服务器管理者。</translation>
  </message>
  <message>
   <source>There is no backup {path}.</source>
   <translation>没有备份 {path}。</translation>
  </message>
  <message>
   <source>{name} is damaged: {state}.</source>
   <translation>{name} 已损坏：{state}。</translation>
  </message>
  <message>
   <source>{name} is no backup of a newsroom: it does not say how old its tables are.</source>
   <translation>{name} 不是编辑部的备份：它没有说明表的版本。</translation>
  </message>
  <message>
   <source>{name} was written by a newer Galley (tables {tables}): update this one.</source>
   <translation>{name} 由较新的 Galley 写入（表版本 {tables}）：请更新本程序。</translation>
  </message>
  <message>
   <source>{name} does not pass the audit: {fault}</source>
   <translation>{name} 没有通过审计：{fault}</translation>
  </message>
  <message>
   <source>{target} cannot be written: {error}.</source>
   <translation>{target} 无法写入：{error}。</translation>
  </message>
  <message>
   <source>{name} is no backup of a newsroom: {error}.</source>
   <translation>{name} 不是编辑部的备份：{error}。</translation>
  </message>
  <message>
   <source>{name} is damaged: {value}.</source>
   <translation>{name} 已损坏：{value}。</translation>
  </message>
  <message>
   <source>There is a newsroom at that address already: name an empty database.</source>
   <translation>该地址已经有编辑部：请指定一个空数据库。</translation>
  </message>
  <message>
   <source>A newsroom is moved to a server: give a postgresql:// address.</source>
   <translation>移到服务器须给出 postgresql:// 地址。</translation>
  </message>
  <message>
   <source>The move to {url} was not finished: run “galley move-to” again where it came from.</source>
   <translation>移到 {url} 的过程没有完成：请在原处再运行一次“galley move-to”。</translation>
  </message>
  <message>
   <source>The copy of the table {name} is not the same: nothing was changed here.</source>
   <translation>表 {name} 的副本不一致：这里没有改动任何内容。</translation>
  </message>
  <message>
   <source>The server does not take a value in the table {name}: {orig}. It was changed by something other than Galley; galley audit looks for it.</source>
   <translation>服务器不接受表 {name} 中的一个值：{orig}。它不是由 Galley 改成这样的；可用 galley audit 查找。</translation>
  </message>
  <message>
   <source>its newest good backup is of {made}, put it back with: {command}</source>
   <translation>最近一份完好的备份是 {made} 的，恢复请用：{command}</translation>
  </message>
  <message>
   <source>There is no good backup of {place} in {value}.</source>
   <translation>{value} 中没有 {place} 的完好备份。</translation>
  </message>
  <message>
   <source>{place} is empty.</source>
   <translation>{place} 是空的。</translation>
  </message>
  <message>
   <source>{said}; none of its backups in {value} is good.</source>
   <translation>{said}；{value} 中的备份没有一份完好。</translation>
  </message>
  <message>
   <source>{place} cannot be looked at: {error}.</source>
   <translation>{place} 无法查看：{error}。</translation>
  </message>
  <message>
   <source>{place} is damaged: {error}.</source>
   <translation>{place} 已损坏：{error}。</translation>
  </message>
  <message>
   <source>{place} is damaged: {state}.</source>
   <translation>{place} 已损坏：{state}。</translation>
  </message>
  <message>
   <source>{name} is a backup of another newsroom, {name2}: at {place} stands {name3}.</source>
   <translation>{name} 是另一个编辑部 {name2} 的备份：{place} 处是 {name3}。</translation>
  </message>
  <message>
   <source>{sentence}, from {source}{kept}</source>
   <translation>{sentence}，来自 {source}{kept}</translation>
  </message>
  <message>
   <source>; what was there is kept as {aside}</source>
   <translation>；原有内容保留为 {aside}</translation>
  </message>
  <message>
   <source>There is no backup {source}.</source>
   <translation>没有备份 {source}。</translation>
  </message>
  <message>
   <source>{place} cannot be restored: {error}.</source>
   <translation>{place} 无法恢复：{error}。</translation>
  </message>
  <message>
   <source>{slug} is held back by {name} until {until} UTC: {reason}.</source>
   <translation>{slug} 被 {name} 扣发至 {until} UTC：{reason}。</translation>
  </message>
  <message>
   <source>{slug} is held back by {name} until that is lifted: {reason}.</source>
   <translation>{slug} 被 {name} 扣发，直到解除：{reason}。</translation>
  </message>
  <message>
   <source>Galley does not export “{kind}”; it exports {join}.</source>
   <translation>Galley 不导出“{kind}”；可导出：{join}。</translation>
  </message>
  <message>
   <source>{slug}: Galley made a mistake ({name}) over this story; the others go on.</source>
   <translation>{slug}：Galley 处理这篇稿件时出了差错（{name}）；其余稿件继续。</translation>
  </message>
  <message>
   <source>{slug}: the process that set it ended without a word: is there memory enough?</source>
   <translation>{slug}：为它排版的进程无故结束：内存够吗？</translation>
  </message>
  <message>
   <source>No story can be exported: {name} is not written.</source>
   <translation>没有可以导出的稿件：{name} 没有写出。</translation>
  </message>
  <message>
   <source>One file has one format: {slug} is set in {name}, {slug2} in {name2}. Name one for all.</source>
   <translation>一个文件只有一种版式：{slug} 用 {name}，{slug2} 用 {name2}。请为全部指定一种。</translation>
  </message>
  <message>
   <source>a CMYK profile of a press</source>
   <translation>印刷机的 CMYK 配置文件</translation>
  </message>
  <message>
   <source>{name} is neither a format (.toml) nor an ICC profile (.icc).</source>
   <translation>{name} 既不是版式 (.toml)，也不是 ICC 配置文件 (.icc)。</translation>
  </message>
  <message>
   <source>{target} cannot be written: {strerror}.</source>
   <translation>{target} 无法写入：{strerror}。</translation>
  </message>
  <message>
   <source>There is no format “{name}”; the formats are: {join}.</source>
   <translation>没有版式“{name}”；现有版式：{join}。</translation>
  </message>
  <message>
   <source>{name} is nested too deeply to be a format.</source>
   <translation>{name} 嵌套太深，不能作版式。</translation>
  </message>
  <message>
   <source>{name}, line {line}</source>
   <translation>{name}，第 {line} 行</translation>
  </message>
  <message>
   <source>Value error, </source>
   <translation>Value error, </translation>
  </message>
  <message>
   <source>there is no such field</source>
   <translation>没有这一项</translation>
  </message>
  <message>
   <source>{name}: press.profile must be the name of a file beside it, not {name2}.</source>
   <translation>{name}：press.profile 须是同一文件夹中文件的名称，而不是 {name2}。</translation>
  </message>
  <message>
   <source>{name} is not valid TOML: {error}.</source>
   <translation>{name} 不是有效的 TOML：{error}。</translation>
  </message>
  <message>
   <source>{name} is not text in UTF-8.</source>
   <translation>{name} 不是 UTF-8 文本。</translation>
  </message>
  <message>
   <source>{name} holds a number that is far too long.</source>
   <translation>{name} 中有一个过长的数。</translation>
  </message>
  <message>
   <source>{name}: there is no ICC profile {name2}, neither beside it nor in Galley.</source>
   <translation>{name}：没有 ICC 配置文件 {name2}，旁边没有，Galley 里也没有。</translation>
  </message>
  <message>
   <source>the file</source>
   <translation>该文件</translation>
  </message>
  <message>
   <source>A part of the file unpacks to more than a page could hold.</source>
   <translation>文件的一部分解压后超出一页所能容纳。</translation>
  </message>
  <message>
   <source>Export it again; do not open it.</source>
   <translation>请重新导出；不要打开它。</translation>
  </message>
  <message>
   <source> and {value} more</source>
   <translation> 及另外 {value} 项</translation>
  </message>
  <message>
   <source>The file is locked with a password.</source>
   <translation>文件用密码锁住了。</translation>
  </message>
  <message>
   <source>The file is not a PDF that can be read.</source>
   <translation>文件不是可以读取的 PDF。</translation>
  </message>
  <message>
   <source>{sentence}, or what tells so is damaged.</source>
   <translation>{sentence}，或有关部分已损坏。</translation>
  </message>
  <message>
   <source>Export it again with simpler drawings.</source>
   <translation>请用更简单的图形重新导出。</translation>
  </message>
  <message>
   <source>Export it again.</source>
   <translation>请重新导出。</translation>
  </message>
  <message>
   <source>Save it without a password.</source>
   <translation>请不加密码另存。</translation>
  </message>
  <message>
   <source>The file has no page.</source>
   <translation>文件没有页面。</translation>
  </message>
  <message>
   <source>The file is too large to check</source>
   <translation>文件太大，无法检查</translation>
  </message>
  <message>
   <source>The file is damaged</source>
   <translation>文件已损坏</translation>
  </message>
  <message>
   <source>The file is locked with a password</source>
   <translation>文件用密码锁住了</translation>
  </message>
  <message>
   <source>The PDF version is too new</source>
   <translation>PDF 版本太新</translation>
  </message>
  <message>
   <source>Save it as the PDF/X the printer asks for.</source>
   <translation>请存为印刷厂要求的 PDF/X。</translation>
  </message>
  <message>
   <source>It holds compressed objects</source>
   <translation>含有压缩对象</translation>
  </message>
  <message>
   <source>Save it as PDF 1.4.</source>
   <translation>请存为 PDF 1.4。</translation>
  </message>
  <message>
   <source>The file has no identifier</source>
   <translation>文件没有标识符</translation>
  </message>
  <message>
   <source>The document information is not complete</source>
   <translation>文档信息不完整</translation>
  </message>
  <message>
   <source>Export it again with a title.</source>
   <translation>请带标题重新导出。</translation>
  </message>
  <message>
   <source>It does not say whether it is trapped</source>
   <translation>没有说明是否已作陷印</translation>
  </message>
  <message>
   <source>Say so when exporting.</source>
   <translation>请在导出时注明。</translation>
  </message>
  <message>
   <source>The metadata is missing or cannot be read</source>
   <translation>元数据缺失或无法读取</translation>
  </message>
  <message>
   <source>Export it again as PDF/X.</source>
   <translation>请重新导出为 PDF/X。</translation>
  </message>
  <message>
   <source>It does not say which PDF/X it is</source>
   <translation>没有说明是哪种 PDF/X</translation>
  </message>
  <message>
   <source>Export it as PDF/X.</source>
   <translation>请导出为 PDF/X。</translation>
  </message>
  <message>
   <source>The metadata is not complete</source>
   <translation>元数据不完整</translation>
  </message>
  <message>
   <source>Metadata and document information disagree</source>
   <translation>元数据与文档信息不一致</translation>
  </message>
  <message>
   <source>It needs one output intent for PDF/X</source>
   <translation>PDF/X 需要一个输出意图</translation>
  </message>
  <message>
   <source>Choose the press when exporting.</source>
   <translation>请在导出时选择印刷条件。</translation>
  </message>
  <message>
   <source>The output intent holds no whole CMYK profile</source>
   <translation>输出意图没有完整的 CMYK 配置文件</translation>
  </message>
  <message>
   <source>Embed the profile of the press.</source>
   <translation>请嵌入印刷机的配置文件。</translation>
  </message>
  <message>
   <source>A page does not say where it is trimmed</source>
   <translation>有一页没有说明成品尺寸</translation>
  </message>
  <message>
   <source>Export it with a trim box.</source>
   <translation>请带成品框导出。</translation>
  </message>
  <message>
   <source>The boxes of a page do not lie in one another</source>
   <translation>页面的各框没有依次包含</translation>
  </message>
  <message>
   <source>A page has too little bleed</source>
   <translation>有一页出血太少</translation>
  </message>
  <message>
   <source>Export it with bleed.</source>
   <translation>请带出血导出。</translation>
  </message>
  <message>
   <source>Notes or fields lie on a page</source>
   <translation>页面上有注释或表单域</translation>
  </message>
  <message>
   <source>Remove them or move them off the paper.</source>
   <translation>请删除，或移出纸面。</translation>
  </message>
  <message>
   <source>It asks for views or separations of its own</source>
   <translation>要求自己的视图或分色</translation>
  </message>
  <message>
   <source>It holds scripts, forms or actions</source>
   <translation>含有脚本、表单或动作</translation>
  </message>
  <message>
   <source>Remove them.</source>
   <translation>请删除。</translation>
  </message>
  <message>
   <source>It needs parts that are not in it</source>
   <translation>需要文件中没有的部分</translation>
  </message>
  <message>
   <source>Embed all its parts.</source>
   <translation>请嵌入全部所需部分。</translation>
  </message>
  <message>
   <source>Its layers are not fit for print</source>
   <translation>图层不适合印刷</translation>
  </message>
  <message>
   <source>Flatten them.</source>
   <translation>请拼合。</translation>
  </message>
  <message>
   <source>no {name}</source>
   <translation>没有 {name}</translation>
  </message>
  <message>
   <source>metadata says {said}</source>
   <translation>元数据称 {said}</translation>
  </message>
  <message>
   <source>{value} instead of {wanted}</source>
   <translation>{value}，而应为 {wanted}</translation>
  </message>
  <message>
   <source>output intent</source>
   <translation>输出意图</translation>
  </message>
  <message>
   <source>{intents} of them</source>
   <translation>有 {intents} 个</translation>
  </message>
  <message>
   <source>no {split}</source>
   <translation>没有 {split}</translation>
  </message>
  <message>
   <source>no bleed box</source>
   <translation>没有出血框</translation>
  </message>
  <message>
   <source>{least} mm instead of {bleed} mm</source>
   <translation>{least} 毫米，而应为 {bleed} 毫米</translation>
  </message>
  <message>
   <source>a setting that is unnamed or changes by itself</source>
   <translation>未命名或自行改变的设置</translation>
  </message>
  <message>
   <source>cut short</source>
   <translation>被截短</translation>
  </message>
  <message>
   <source>A font is not embedded</source>
   <translation>有字体未嵌入</translation>
  </message>
  <message>
   <source>Embed all fonts.</source>
   <translation>请嵌入全部字体。</translation>
  </message>
  <message>
   <source>A font is of a kind PDF/X-1a does not know</source>
   <translation>有字体的种类为 PDF/X-1a 所不识</translation>
  </message>
  <message>
   <source>Export it as PDF/X-4.</source>
   <translation>请导出为 PDF/X-4。</translation>
  </message>
  <message>
   <source>A font is embedded whole</source>
   <translation>有字体整个嵌入</translation>
  </message>
  <message>
   <source>Embed only the characters that are used.</source>
   <translation>请只嵌入用到的字符。</translation>
  </message>
  <message>
   <source>The text of a font cannot be read back</source>
   <translation>字体的文字无法读回</translation>
  </message>
  <message>
   <source>Export it with a table to Unicode.</source>
   <translation>请带 Unicode 对照表导出。</translation>
  </message>
  <message>
   <source>The widths of a font are not those of its program</source>
   <translation>字体的宽度与其程序不符</translation>
  </message>
  <message>
   <source>{font} is symbolic and has an encoding</source>
   <translation>{font} 是符号字体而有编码</translation>
  </message>
  <message>
   <source>{font} cannot be read</source>
   <translation>{font} 无法读取</translation>
  </message>
  <message>
   <source>{font}, code {wrong}</source>
   <translation>{font}，代码 {wrong}</translation>
  </message>
  <message>
   <source>page {page}</source>
   <translation>第 {page} 页</translation>
  </message>
  <message>
   <source>object {objgen}</source>
   <translation>对象 {objgen}</translation>
  </message>
  <message>
   <source>glyph {name}</source>
   <translation>字形 {name}</translation>
  </message>
  <message>
   <source>a content of more than {value} MB</source>
   <translation>超过 {value} MB 的内容</translation>
  </message>
  <message>
   <source>It is painted in colours a press has no ink for</source>
   <translation>所用颜色没有对应的印刷油墨</translation>
  </message>
  <message>
   <source>Convert them to CMYK.</source>
   <translation>请转换为 CMYK。</translation>
  </message>
  <message>
   <source>A spot colour stands for no inks of the press</source>
   <translation>有专色不对应印刷机的任何油墨</translation>
  </message>
  <message>
   <source>Define it in CMYK.</source>
   <translation>请以 CMYK 定义它。</translation>
  </message>
  <message>
   <source>A picture is not in the colours of the press</source>
   <translation>有图片不是印刷机的颜色</translation>
  </message>
  <message>
   <source>Convert it to CMYK.</source>
   <translation>请转换为 CMYK。</translation>
  </message>
  <message>
   <source>It asks for an unknown rendering intent</source>
   <translation>要求未知的渲染意图</translation>
  </message>
  <message>
   <source>It is transparent in a way this PDF/X does not allow</source>
   <translation>其透明方式为此 PDF/X 所不容</translation>
  </message>
  <message>
   <source>Flatten it.</source>
   <translation>请拼合。</translation>
  </message>
  <message>
   <source>It changes tones by curves or screens of its own</source>
   <translation>用自己的曲线或网屏改变阶调</translation>
  </message>
  <message>
   <source>It is compressed in a way PDF/X does not allow</source>
   <translation>其压缩方式为 PDF/X 所不容</translation>
  </message>
  <message>
   <source>Save it again.</source>
   <translation>请重新保存。</translation>
  </message>
  <message>
   <source>There is more ink than the paper takes</source>
   <translation>墨量超过纸张所能承受</translation>
  </message>
  <message>
   <source>Convert with the format's profile.</source>
   <translation>请用版式的配置文件转换。</translation>
  </message>
  <message>
   <source>A picture is too coarse</source>
   <translation>有图片分辨率太低</translation>
  </message>
  <message>
   <source>Print it smaller or use a larger original.</source>
   <translation>请印得小些，或用更大的原图。</translation>
  </message>
  <message>
   <source>Black type is not black alone</source>
   <translation>黑字不是单色黑</translation>
  </message>
  <message>
   <source>Set it in black only.</source>
   <translation>请只用单色黑。</translation>
  </message>
  <message>
   <source>Type is in several inks</source>
   <translation>文字用了几种油墨</translation>
  </message>
  <message>
   <source>Set it in one.</source>
   <translation>请只用一种。</translation>
  </message>
  <message>
   <source>Something white overprints, and so vanishes</source>
   <translation>有白色内容叠印而消失</translation>
  </message>
  <message>
   <source>Let it knock out.</source>
   <translation>请改为镂空。</translation>
  </message>
  <message>
   <source>A line is too thin to print</source>
   <translation>有线条太细，印不出来</translation>
  </message>
  <message>
   <source>Draw it at 0.25 pt.</source>
   <translation>请画成 0.25 磅。</translation>
  </message>
  <message>
   <source>a blend mode</source>
   <translation>混合模式</translation>
  </message>
  <message>
   <source>a soft mask</source>
   <translation>软蒙版</translation>
  </message>
  <message>
   <source>an unknown blend mode</source>
   <translation>未知的混合模式</translation>
  </message>
  <message>
   <source>a screen of its own</source>
   <translation>自己的网屏</translation>
  </message>
  <message>
   <source>black type made of several inks</source>
   <translation>由几种油墨合成的黑字</translation>
  </message>
  <message>
   <source>{width} pt</source>
   <translation>{width} 磅</translation>
  </message>
  <message>
   <source>{most} % instead of {limit} %</source>
   <translation>{most} %，而应为 {limit} %</translation>
  </message>
  <message>
   <source>up to {most} % instead of {limit} % in a picture</source>
   <translation>图片中达 {most} %，而应为 {limit} %</translation>
  </message>
  <message>
   <source>{ppi} ppi instead of {wanted}</source>
   <translation>{ppi} ppi，而应为 {wanted}</translation>
  </message>
  <message>
   <source>{colorspace} in a picture</source>
   <translation>图片中的 {colorspace}</translation>
  </message>
  <message>
   <source>a transparent group</source>
   <translation>透明组</translation>
  </message>
  <message>
   <source>type in several inks</source>
   <translation>用几种油墨的文字</translation>
  </message>
  <message>
   <source>type in another colour space</source>
   <translation>另一颜色空间的文字</translation>
  </message>
  <message>
   <source>a transparent group in other colours</source>
   <translation>其他颜色的透明组</translation>
  </message>
  <message>
   <source>page {number} of {papers}</source>
   <translation>第 {number} 页，共 {papers} 页</translation>
  </message>
  <message>
   <source>The original of the picture {name} is missing: add it again or take it out.</source>
   <translation>图片 {name} 的原图不见了：请再添加，或把它取出。</translation>
  </message>
  <message>
   <source>The original of the picture {name} is broken: add it again.</source>
   <translation>图片 {name} 的原图已坏：请再添加。</translation>
  </message>
  <message>
   <source>A picture is in colours that cannot be parted: all of it is shown on the black plate.</source>
   <translation>有图片的颜色无法分色：整张显示在黑版上。</translation>
  </message>
  <message>
   <source>Colours of light (RGB, Lab) are shown as the inks that the profile of coated paper gives them.</source>
   <translation>色光颜色（RGB、Lab）以涂布纸配置文件所给的油墨显示。</translation>
  </message>
  <message>
   <source>Large pictures are scaled down: a pixel shows the ink of several.</source>
   <translation>大图片已缩小：一个像素显示几个像素的油墨。</translation>
  </message>
  <message>
   <source>A net of colours is shown on the black plate as a whole.</source>
   <translation>一处网状渐变整个显示在黑版上。</translation>
  </message>
  <message>
   <source>The file has no page {value}.</source>
   <translation>文件没有第 {value} 页。</translation>
  </message>
  <message>
   <source>our own profile cannot be read</source>
   <translation>我们自己的配置文件无法读取</translation>
  </message>
  <message>
   <source>REDLINE v{version} against v{redline}</source>
   <translation>REDLINE v{version} 对照 v{redline}</translation>
  </message>
  <message>
   <source>Set the marks of its language in all of the story.</source>
   <translation>请按其语言改好全篇的标点。</translation>
  </message>
  <message>
   <source>Take that back, or change a word.</source>
   <translation>请取消它，或改一个词。</translation>
  </message>
  <message>
   <source>Tighten or loosen the paragraph by a line, or change a word.</source>
   <translation>请将该段紧缩或放松一行，或改一个词。</translation>
  </message>
  <message>
   <source>The story has no headline</source>
   <translation>稿件没有标题</translation>
  </message>
  <message>
   <source>Write the headline.</source>
   <translation>请写标题。</translation>
  </message>
  <message>
   <source>The story has no byline</source>
   <translation>稿件没有署名</translation>
  </message>
  <message>
   <source>Write the byline.</source>
   <translation>请写署名。</translation>
  </message>
  <message>
   <source>The story has no body</source>
   <translation>稿件没有正文</translation>
  </message>
  <message>
   <source>Write the body.</source>
   <translation>请写正文。</translation>
  </message>
  <message>
   <source>No face has a character</source>
   <translation>有字符没有字体可用</translation>
  </message>
  <message>
   <source>Replace it, or take another format.</source>
   <translation>请替换，或改用另一版式。</translation>
  </message>
  <message>
   <source>The original of a picture is not in the newsroom</source>
   <translation>编辑部中没有某张图片的原图</translation>
  </message>
  <message>
   <source>Insert the picture again.</source>
   <translation>请重新插入图片。</translation>
  </message>
  <message>
   <source>The original of a picture is broken</source>
   <translation>某张图片的原图已坏</translation>
  </message>
  <message>
   <source>Insert it again from a sound file.</source>
   <translation>请用完好的文件重新插入。</translation>
  </message>
  <message>
   <source>The colour profile of a picture cannot be used</source>
   <translation>某张图片的颜色配置文件不能使用</translation>
  </message>
  <message>
   <source>Save it anew with a profile, or see that its colours are right.</source>
   <translation>请带配置文件另存，或确认颜色无误。</translation>
  </message>
  <message>
   <source>A picture is too coarse; under half of what is wanted it stops the story</source>
   <translation>有图片分辨率太低；不到要求的一半便不能付印</translation>
  </message>
  <message>
   <source>Print it over fewer columns, crop less, or use a larger original.</source>
   <translation>请少占几栏、少裁切，或用更大的原图。</translation>
  </message>
  <message>
   <source>A picture has no cutline</source>
   <translation>有图片没有图注</translation>
  </message>
  <message>
   <source>Write its cutline.</source>
   <translation>请写图注。</translation>
  </message>
  <message>
   <source>A picture has no credit</source>
   <translation>有图片没有图片署名</translation>
  </message>
  <message>
   <source>Write its credit.</source>
   <translation>请写图片署名。</translation>
  </message>
  <message>
   <source>A straight quote or apostrophe, or a hyphen for a dash, is in the text</source>
   <translation>正文中有直引号、直撇号，或代替破折号的连字符</translation>
  </message>
  <message>
   <source>The last line of a paragraph is shorter than an indent</source>
   <translation>段落末行短于缩进</translation>
  </message>
  <message>
   <source>A short last line stands alone at the head of a column</source>
   <translation>一个短的末行独占栏首</translation>
  </message>
  <message>
   <source>A paragraph does not give the line it was asked for</source>
   <translation>有段落没有给出所要求的那一行</translation>
  </message>
  <message>
   <source>The story is over its target</source>
   <translation>稿件超出目标</translation>
  </message>
  <message>
   <source>Cut it where the fit says.</source>
   <translation>请在篇幅提示处删减。</translation>
  </message>
  <message>
   <source>the rule {name} found a problem of {rule}</source>
   <translation>规则 {name} 发现了 {rule} 的问题</translation>
  </message>
  <message>
   <source>A straight quote or hyphen for a dash is</source>
   <translation>有 1 处直引号或代替破折号的连字符</translation>
  </message>
  <message>
   <source>{count} straight quotes or hyphens for dashes are</source>
   <translation>有 {count} 处直引号或代替破折号的连字符</translation>
  </message>
  <message>
   <source>The original of picture {sha256} is not in the newsroom.</source>
   <translation>编辑部中没有图片 {sha256} 的原图。</translation>
  </message>
  <message>
   <source>block {value}</source>
   <translation>第 {value} 段</translation>
  </message>
  <message>
   <source>The last line of {copy} is shorter than an indent.</source>
   <translation>{copy} 的末行短于缩进。</translation>
  </message>
  <message>
   <source>{copy} is {what}, and takes as many lines as before.</source>
   <translation>{copy} 已{what}，而所占行数未变。</translation>
  </message>
  <message>
   <source>{over} lines</source>
   <translation>{over} 行</translation>
  </message>
  <message>
   <source>{value} in the text.</source>
   <translation>正文中{value}。</translation>
  </message>
  <message>
   <source>The last line of {copy}, a short one, stands alone at the head of a column.</source>
   <translation>{copy} 的末行很短，独占栏首。</translation>
  </message>
  <message>
   <source>The story is {lines} over its target of {target}.</source>
   <translation>稿件比目标 {target} 行超出 {lines}。</translation>
  </message>
  <message>
   <source>The story has no {name}.</source>
   <translation>稿件没有{name}。</translation>
  </message>
  <message>
   <source>Write the {name}.</source>
   <translation>请写{name}。</translation>
  </message>
  <message>
   <source>No face has the character {character}.</source>
   <translation>没有字体含字符 {character}。</translation>
  </message>
  <message>
   <source>Replace it, or set the story in a format whose faces have it.</source>
   <translation>请替换，或用含有它的字体的版式排版。</translation>
  </message>
  <message>
   <source>The original of {value} is broken.</source>
   <translation>{value} 的原图已坏。</translation>
  </message>
  <message>
   <source>The colour profile of {value} cannot be used: it is printed without.</source>
   <translation>{value} 的颜色配置文件不能使用：付印时不用它。</translation>
  </message>
  <message>
   <source>Save the picture anew with a profile, or see that its colours are right.</source>
   <translation>请带配置文件另存图片，或确认颜色无误。</translation>
  </message>
  <message>
   <source>{get} has no {name}.</source>
   <translation>{get} 没有{name}。</translation>
  </message>
  <message>
   <source>Write its {name}.</source>
   <translation>请写{name}。</translation>
  </message>
  <message>
   <source>from its inks to colours (A2B0)</source>
   <translation>由油墨到颜色 (A2B0)</translation>
  </message>
  <message>
   <source>from colours to its inks (B2A0)</source>
   <translation>由颜色到油墨 (B2A0)</translation>
  </message>
  <message>
   <source>a camera or scanner</source>
   <translation>相机或扫描仪</translation>
  </message>
  <message>
   <source>a printing press</source>
   <translation>印刷机</translation>
  </message>
  <message>
   <source>two devices in one</source>
   <translation>两台设备合一</translation>
  </message>
  <message>
   <source>a colour space</source>
   <translation>颜色空间</translation>
  </message>
  <message>
   <source>an effect</source>
   <translation>效果</translation>
  </message>
  <message>
   <source>named colours</source>
   <translation>命名颜色</translation>
  </message>
  <message>
   <source>{name} cannot be used to print: {why}.</source>
   <translation>{name} 不能用于印刷：{why}。</translation>
  </message>
  <message>
   <source>it is not an ICC profile</source>
   <translation>它不是 ICC 配置文件</translation>
  </message>
  <message>
   <source>it says it is {said} bytes long, and is {data}</source>
   <translation>它自称长 {said} 字节，而实为 {data}</translation>
  </message>
  <message>
   <source>it is the profile of {get}, not of a printing press</source>
   <translation>它是{get}的配置文件，不是印刷机的</translation>
  </message>
  <message>
   <source>its colours are {data}, not CMYK</source>
   <translation>它的颜色是 {data}，不是 CMYK</translation>
  </message>
  <message>
   <source>its colours are tied to {data}, not to Lab or XYZ</source>
   <translation>它的颜色以 {data} 为准，不是 Lab 或 XYZ</translation>
  </message>
  <message>
   <source>{name} cannot be used to print: its tables cannot be read ({error}).</source>
   <translation>{name} 不能用于印刷：其表无法读取（{error}）。</translation>
  </message>
  <message>
   <source>it has no table {meaning}</source>
   <translation>它没有{meaning}的表</translation>
  </message>
  <message>
   <source>its table {meaning} lies outside the file</source>
   <translation>它{meaning}的表在文件之外</translation>
  </message>
  <message>
   <source>something else</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>The process that sets pages ended without a word: is there memory enough?</source>
   <translation>排版的进程无故结束：内存够吗？</translation>
  </message>
  <message>
   <source>{name} is no dictionary: its first line does not say how many words it has.</source>
   <translation>{name} 不是词典：其首行没有说明词数。</translation>
  </message>
  <message>
   <source>The dictionary {name} cannot be read.</source>
   <translation>词典 {name} 无法读取。</translation>
  </message>
  <message>
   <source>There is no dictionary at {path}.</source>
   <translation>{path} 处没有词典。</translation>
  </message>
  <message>
   <source>The dictionary {name} cannot be read: {error}.</source>
   <translation>词典 {name} 无法读取：{error}。</translation>
  </message>
  <message>
   <source>{over} line{value}</source>
   <translation>{over} 行</translation>
  </message>
  <message>
   <source>Blocks {blocks} can each be {verb} by a line.</source>
   <translation>第 {blocks} 段各可{verb}一行。</translation>
  </message>
  <message>
   <source>Block {blocks} can be {verb} by a line.</source>
   <translation>第 {blocks} 段可{verb}一行。</translation>
  </message>
  <message>
   <source>Cut {count}, about {words} words.</source>
   <translation>请删 {count}，约 {words} 字。</translation>
  </message>
  <message>
   <source>There is room for {count}, about {words} words.</source>
   <translation>还可容纳 {count}，约 {words} 字。</translation>
  </message>
  <message>
   <source>A {name} file holds one story; several go into one file of: {several}.</source>
   <translation>一个 {name} 文件只含一篇稿件；多篇合为一个文件可用：{several}。</translation>
  </message>
  <message>
   <source>{refused} The report is in {log}.</source>
   <translation>{refused}报告在 {log}。</translation>
  </message>
  <message>
   <source>{path} cannot be made: {value}.</source>
   <translation>{path} 无法建立：{value}。</translation>
  </message>
  <message>
   <source>First take</source>
   <translation>初稿</translation>
  </message>
  <message>
   <source>Whole story</source>
   <translation>全稿</translation>
  </message>
  <message>
   <source>{path} cannot be written: a folder of that name is there.</source>
   <translation>{path} 无法写入：那里有一个同名文件夹。</translation>
  </message>
  <message>
   <source>{path} cannot be written: {strerror}.</source>
   <translation>{path} 无法写入：{strerror}。</translation>
  </message>
  <message>
   <source>The export of {file} was stopped before it was recorded</source>
   <translation>{file} 的导出在记录之前中断</translation>
  </message>
  <message>
   <source>{begun}: {what}; export it once more.</source>
   <translation>{begun}：{what}；请再导出一次。</translation>
  </message>
  <message>
   <source>the file from before is there again</source>
   <translation>此前的文件已恢复原处</translation>
  </message>
  <message>
   <source>the file was taken away</source>
   <translation>该文件已取走</translation>
  </message>
  <message>
   <source>{begun}, and the file cannot be taken away ({strerror}): do not print it.</source>
   <translation>{begun}，而该文件无法取走（{strerror}）：不要付印。</translation>
  </message>
  <message>
   <source>{name} approved {slug}, revision {revision}, on {at} UTC</source>
   <translation>{name} 于 {at}（UTC）签发了 {slug} 第 {revision} 版</translation>
  </message>
  <message>
   <source>{at} UTC</source>
   <translation>{at}（UTC）</translation>
  </message>
  <message>
   <source>{verdicts} stories, each as it was approved; {last}</source>
   <translation>{verdicts} 篇稿件，均与签发时一致；{last}</translation>
  </message>
  <message>
   <source>Do not print: {ended} </source>
   <translation>不要付印：{ended} </translation>
  </message>
  <message>
   <source>no export of it is recorded: it was interrupted, or {name} was made elsewhere. Export it again.</source>
   <translation>没有它的导出记录：导出中断了，或 {name} 是别处所作。请重新导出。</translation>
  </message>
  <message>
   <source>, as its writer, alone</source>
   <translation>，作者自行签发</translation>
  </message>
  <message>
   <source> by {name}</source>
   <translation>，由 {name}</translation>
  </message>
  <message>
   <source>, recorded before exports were signed</source>
   <translation>，在导出签名之前记录</translation>
  </message>
  <message>
   <source>{first}{approved}{alone}; the file is as it was exported on {when}{by}.</source>
   <translation>{first}{approved}{alone}；文件与 {when} 导出时一致{by}。</translation>
  </message>
  <message>
   <source>{name} was not made by Galley: it carries no stamp.</source>
   <translation>{name} 不是 Galley 所作：它没有标记。</translation>
  </message>
  <message>
   <source>{name} is a proof of {slug}, revision {version}: it was not approved.</source>
   <translation>{name} 是 {slug} 第 {version} 版的校样：未经签发。</translation>
  </message>
  <message>
   <source>{name} names an approval of {slug} that this newsroom never gave.</source>
   <translation>{name} 称 {slug} 有一次签发，而这个编辑部从未给出。</translation>
  </message>
  <message>
   <source>{first}{approved}, but {name} was altered after its export.</source>
   <translation>{first}{approved}，但 {name} 在导出后被改动。</translation>
  </message>
  <message>
   <source>{first}{approved}, but {never}</source>
   <translation>{first}{approved}，但{never}</translation>
  </message>
  <message>
   <source>; the file is</source>
   <translation>; the file is</translation>
  </message>
  <message>
   <source>The journal of this story was damaged; it is kept as {aside}.</source>
   <translation>这篇稿件的日记已损坏；保留为 {aside}。</translation>
  </message>
  <message>
   <source>The journal {path} cannot be read: {strerror}.</source>
   <translation>日记 {path} 无法读取：{strerror}。</translation>
  </message>
  <message>
   <source>Chosen where two changed the same place</source>
   <translation>两人改了同一处，已选定</translation>
  </message>
  <message>
   <source>{slug} is not in the newsroom that was put back.</source>
   <translation>恢复的编辑部中没有 {slug}。</translation>
  </message>
 </context>
</TS>
