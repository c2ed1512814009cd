/** The device language. What each construct means: docs/devices.md. No actions; names are resolved later. */
grammar DeviceSpec;

specification : declaration* EOF ;

declaration
    : 'use' STRING ';'                                                                      # use
    | 'device' name=ID title=STRING? '{' deviceItem* '}'                                    # device
    | 'service' name=ID title=STRING? '{' serviceItem* '}'                                  # service
    | 'driver' name=ID ('for' of=ID)? 'provides' gives=ID title=STRING? '{' driverItem* '}' # driver
    ;

// ---- a device

deviceItem
    : 'class' ID (',' ID)* ';'                                                              # deviceClass
    | 'source' STRING ';'                                                                   # source
    | 'bus' name=ID? busKind order=('little' | 'big')? 'size' size=expression ';'           # bus
    | 'const' name=ID ':' type '=' expression title=STRING? ';'                             # constant
    | 'enum' name=ID ':' type '{' enumValue (',' enumValue)* ','? '}'                       # enumeration
    | 'state' name=ID ':' type ('=' expression)? title=STRING? ';'                          # state
    | 'input' name=ID ':' type title=STRING? ';'                                            # input
    | 'output' name=ID ':' type title=STRING? ';'                                           # output
    | 'interrupt' name=ID '=' expression title=STRING? ';'                                  # interrupt
    | register                                                                              # registerItem
    | 'always' target '=' expression title=STRING? ';'                                      # always
    | phase=('on' | 'after') event=('read' | 'write') target guard? title=STRING? block     # accessRule
    | 'on' 'reset' block                                                                    # resetRule
    | 'step' name=ID guard? ('within' duration)? title=STRING? block                        # step
    | 'environment' name=ID '(' parameters? ')' guard? title=STRING? block                  # environment
    | 'require' event=('read' | 'write') target (',' target)* guard title=STRING? ';'       # require
    | 'invariant' expression title=STRING? ';'                                              # invariant
    | 'define' name=ID '(' parameters? ')' ':' type '=' expression title=STRING? ';'        # function
    | 'action' name=ID '(' parameters? ')' title=STRING? block                              # action
    | 'layout' name=ID ('aligned' aligned=expression)? title=STRING? '{' layoutField* '}'   # layout
    | 'shared' name=ID ':' form=ID ('[' count=expression ']')? 'at' address=expression
      'owner' owner title=STRING? ';'                                                       # shared
    | 'publish' ID (',' ID)* 'by' target 'after' 'store' 'barrier' title=STRING? ';'        # publish
    | 'consume' ID (',' ID)* 'by' target 'before' 'load' 'barrier' title=STRING? ';'        # consume
    ;

busKind
    : 'memory'                                                                              # memoryBus
    | 'port'                                                                                # portBus
    | 'indexed' 'by' index=target 'through' data=ID                                         # indexedBus
    ;

enumValue   : name=ID '=' expression title=STRING? ;
duration    : NUMBER unit=ID ;
guard       : 'when' expression ;
parameters  : parameter (',' parameter)* ;
parameter   : name=ID ':' type ;
owner       : 'driver' | 'device' ;
layoutField : name=ID ':' type ('{' field* '}')? title=STRING? ';'? ;

register
    : 'register' name=ID ('[' count=expression ']')? 'at' (on=ID ':')? offset=expression
      ('step' stride=expression)? access type registerOption* title=STRING? ('{' field* '}' | ';')
    ;

registerOption
    : 'reset' expression                                                                    # registerReset
    | guard                                                                                 # registerGuard
    | effect                                                                                # registerEffect
    | 'others' policy                                                                       # registerOthers
    ;

field       : name=ID ':' '[' high=expression (':' low=expression)? ']' type? fieldOption* title=STRING? ';' ;

fieldOption
    : access                                                                                # fieldAccess
    | 'reset' expression                                                                    # fieldReset
    | effect                                                                                # fieldEffect
    | policy                                                                                # fieldPolicy
    ;

access      : way=('ro' | 'wo' | 'rw' | 'na') 'once'? ;
policy      : 'mbz' | 'mb1' | 'preserve' | 'ignored' ;

effect
    : 'read' does=('clears' | 'sets' | 'acts')                                              # readEffect
    | bit=('one' | 'zero') does=('clears' | 'sets' | 'toggles')                             # bitEffect
    | 'write' does=('clears' | 'sets' | 'acts')                                             # writeEffect
    ;

type
    : name=ID                                                                               # wordType
    | name=ID '[' size=expression ']'                                                       # arrayType
    | 'queue' '<' name=ID '>' '[' size=expression ']'                                       # queueType
    | 'stream' '<' name=ID '>'                                                              # streamType
    ;

// ---- a service and a driver

serviceItem
    : 'output' name=ID ':' type title=STRING? ';'                                           # serviceOutput
    | 'event' name=ID '(' parameters? ')' title=STRING? ';'                                 # serviceEvent
    | operation                                                                             # serviceOperation
    ;

driverItem
    : 'given' name=ID ':' type ('in' low=expression '..' high=expression)? title=STRING? ';' # given
    | 'bind' name=ID '=' target ';'                                                         # bind
    | operation                                                                             # driverOperation
    | 'handler' name=ID title=STRING? '{' contract* body? '}'                               # handler
    ;

operation
    : 'operation' name=ID '(' parameters? ')' (':' type)? ('fails' ID (',' ID)*)? blocks='blocks'? title=STRING?
      (';' | '{' contract* body? '}')
    ;

contract    : kind=('require' | 'promise') when='eventually'? expression title=STRING? ';' ;
body        : 'body' block ;

// ---- statements

block       : '{' statement* '}' ;

statement
    : 'let' name=ID '=' expression ';'                                                      # let
    | target '=' expression ';'                                                             # assign
    | name=ID '(' arguments? ')' ';'                                                        # callStatement
    | conditional                                                                           # ifStatement
    | 'choose' block ('or' block)+                                                          # choose
    | 'for' name=ID 'in' from=expression '..' to=expression block                           # forStatement
    | 'undefined' STRING ';'                                                                # undefined
    | 'give' target 'to' owner ';'                                                          # give
    | 'write' target '=' expression ';'                                                     # writeWord
    | how=('write' | 'update') target '{' fieldValue* '}'                                   # writeFields
    | 'wait' sense=('while' | 'until') expression 'for' tries=expression 'reads' ('else' block | ';') # wait
    | 'barrier' kind=('store' | 'load' | 'full') ';'                                        # barrier
    | 'return' expression? ';'                                                              # return
    | 'fail' ID ';'                                                                         # fail
    | '...' ';'?                                                                            # holeStatement
    ;

conditional : 'if' expression block ('else' (otherwise=conditional | block))? ;
fieldValue  : name=ID '=' expression ';' ;
target      : name=ID ('[' index=expression ']')? ('.' part=ID)? ;
arguments   : expression (',' expression)* ;

// ---- expressions, those that bind tighter first

expression
    : NUMBER                                                                                # number
    | value=('true' | 'false')                                                              # truth
    | 'any'                                                                                 # any
    | '??'                                                                                  # hole
    | 'written' ('.' part=ID)?                                                              # written
    | 'old' '(' expression ')'                                                              # old
    | 'read' target                                                                         # readExpression
    | name=ID '(' arguments? ')'                                                            # call
    | name=ID                                                                               # name
    | '(' expression ')'                                                                    # group
    | '[' arguments? ']'                                                                    # list
    | expression '.' part=ID                                                                # part
    | expression '[' high=expression (':' low=expression)? ']'                              # index
    | op=('~' | '-') expression                                                             # unary
    | expression op=('*' | '/' | '%') expression                                            # binary
    | expression op=('+' | '-') expression                                                  # binary
    | expression op=('<<' | '>>') expression                                                # binary
    | expression op='&' expression                                                          # binary
    | expression op='^' expression                                                          # binary
    | expression op='|' expression                                                          # binary
    | expression '++' expression                                                            # append
    | expression op=('==' | '!=' | '<' | '<=' | '>' | '>=') expression                      # binary
    | expression 'in' '{' range (',' range)* '}'                                            # member
    | 'not' expression                                                                      # unary
    | expression op='and' expression                                                        # binary
    | expression op='or' expression                                                         # binary
    | 'if' condition=expression 'then' yes=expression 'else' no=expression                  # choice
    ;

range       : low=expression ('..' high=expression)? ;

// ---- words

ID          : [A-Za-z_] [A-Za-z_0-9]* | '`' [A-Za-z_] [A-Za-z_0-9]* '`' ;
NUMBER      : '0x' [0-9a-fA-F_]+ | '0b' [01_]+ | [0-9] [0-9_]* ;
STRING      : '"' ~["\r\n]* '"' ;
COMMENT     : '--' ~[\r\n]* -> skip ;
SPACE       : [ \t\r\n]+ -> skip ;
OTHER       : . ;
