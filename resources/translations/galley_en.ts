<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Galley</name>
  <message numerus="yes">
   <source>{n} are in doubt</source>
   <translation>
    <numerusform>{n} is in doubt</numerusform>
    <numerusform>{n} are in doubt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines left out · click one to put it back</source>
   <translation>
    <numerusform>{n} line left out · click it to put it back</numerusform>
    <numerusform>{n} lines left out · click one to put it back</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open comments</source>
   <translation>
    <numerusform>{n} open comment</numerusform>
    <numerusform>{n} open comments</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines over</source>
   <translation>
    <numerusform>{n} line over</numerusform>
    <numerusform>{n} lines over</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines left</source>
   <translation>
    <numerusform>{n} line left</numerusform>
    <numerusform>{n} lines left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more in all desks</source>
   <translation>
    <numerusform>{n} more in all desks</numerusform>
    <numerusform>{n} more in all desks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changes</source>
   <translation>
    <numerusform>{n} change</numerusform>
    <numerusform>{n} changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changes are kept.</source>
   <translation>
    <numerusform>{n} change is kept.</numerusform>
    <numerusform>{n} changes are kept.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines</source>
   <translation>
    <numerusform>{n} line</numerusform>
    <numerusform>{n} lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} columns</source>
   <translation>
    <numerusform>{n} column</numerusform>
    <numerusform>{n} columns</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines too many</source>
   <translation>
    <numerusform>{n} line too many</numerusform>
    <numerusform>{n} lines too many</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more pictures wait to be put in.</source>
   <translation>
    <numerusform>{n} more picture waits to be put in.</numerusform>
    <numerusform>{n} more pictures wait to be put in.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines under the target</source>
   <translation>
    <numerusform>{n} line under the target</numerusform>
    <numerusform>{n} lines under the target</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines over the target</source>
   <translation>
    <numerusform>{n} line over the target</numerusform>
    <numerusform>{n} lines over the target</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words</source>
   <translation>
    <numerusform>{n} word</numerusform>
    <numerusform>{n} words</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} remarks</source>
   <translation>
    <numerusform>{n} remark</numerusform>
    <numerusform>{n} remarks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} second</numerusform>
    <numerusform>{n} seconds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} characters</source>
   <translation>
    <numerusform>{n} character</numerusform>
    <numerusform>{n} characters</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} files</source>
   <translation>
    <numerusform>one file</numerusform>
    <numerusform>{n} files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} were refused:</source>
   <translation>
    <numerusform>{n} was refused:</numerusform>
    <numerusform>{n} were refused:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are not approved and stay</source>
   <translation>
    <numerusform>{n} is not approved and stays</numerusform>
    <numerusform>{n} are not approved and stay</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} replaced</source>
   <translation>
    <numerusform>{n} replaced</numerusform>
    <numerusform>{n} replaced</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} were left as they are</source>
   <translation>
    <numerusform>{n} was left as it is</numerusform>
    <numerusform>{n} were left as they are</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} places</source>
   <translation>
    <numerusform>{n} place</numerusform>
    <numerusform>{n} places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more places</source>
   <translation>
    <numerusform>{n} more place</numerusform>
    <numerusform>{n} more places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} unread notices</source>
   <translation>
    <numerusform>{n} unread notice</numerusform>
    <numerusform>{n} unread notices</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} stories</source>
   <translation>
    <numerusform>{n} story</numerusform>
    <numerusform>{n} stories</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} day</numerusform>
    <numerusform>{n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} min</source>
   <translation>
    <numerusform>{n} min</numerusform>
    <numerusform>{n} min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h</source>
   <translation>
    <numerusform>{n} h</numerusform>
    <numerusform>{n} h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} stories in Draft and Edit go to:</source>
   <translation>
    <numerusform>{n} story in Draft and Edit goes to:</numerusform>
    <numerusform>{n} stories in Draft and Edit go to:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rules are drafted.</source>
   <translation>
    <numerusform>{n} rule is drafted.</numerusform>
    <numerusform>{n} rules are drafted.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pages</source>
   <translation>
    <numerusform>{n} page</numerusform>
    <numerusform>{n} pages</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Show {n} places</source>
   <translation>
    <numerusform>Show {n} place</numerusform>
    <numerusform>Show {n} places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} faces, all embedded</source>
   <translation>
    <numerusform>{n} face, embedded</numerusform>
    <numerusform>{n} faces, all embedded</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} revisions</source>
   <translation>
    <numerusform>{n} revision</numerusform>
    <numerusform>{n} revisions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pictures</source>
   <translation>
    <numerusform>{n} picture</numerusform>
    <numerusform>{n} pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>It is {n} lines under its length.</source>
   <translation>
    <numerusform>It is {n} line under its length.</numerusform>
    <numerusform>It is {n} lines under its length.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} suggestions are open.</source>
   <translation>
    <numerusform>{n} suggestion is open.</numerusform>
    <numerusform>{n} suggestions are open.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} comments are open.</source>
   <translation>
    <numerusform>{n} comment is open.</numerusform>
    <numerusform>{n} comments are open.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>newsroom</name>
 </context>
</TS>
