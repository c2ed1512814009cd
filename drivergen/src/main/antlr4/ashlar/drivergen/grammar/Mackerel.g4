/** Register maps in Mackerel, the language of Barrelfish's device files. */
grammar Mackerel;

file        : importing* device EOF ;

importing   : 'import' name ';' ;

device      : 'device' name order? '(' arguments? ')' STRING? '{' declaration* '}' ';'? ;

order       : 'lsbfirst' | 'msbfirst' ;
arguments   : argument (',' argument)* ;
argument    : kind=name base=name ;

declaration
    : 'space' id=name '(' name? ')' style=('valuewise' | 'registerwise' | 'bytewise' | 'stepwise')? STRING? ';'  # space
    | 'constants' id=name order? width? STRING? '{' value* '}' ';'?                             # constants
    | 'regtype' id=name order? width? STRING? '{' field* '}' ';'?                               # regtype
    | 'datatype' id=name order? width? STRING? '{' field* '}' ';'?                              # datatype
    | 'register' id=name attribute? location? STRING? shape ';'?                                # register
    | 'regarray' id=name attribute? location '[' count=expression (';' step=expression)? ']' STRING? shape ';'?  # regarray
    ;

width       : 'width'? '(' expression ')' ;
value       : id=name '=' expression STRING? ';' ;
shape       : '{' field* '}' | 'type' '(' (owner=name '.')? of=name ')' ;
location    : 'also'? ('noaddr' | 'noaddress') ('(' name ')')?                                  # nowhere
            | 'also'? in=name '(' expression (',' expression)? ')'                              # somewhere
            ;
field       : id=name expression attribute? ('type' '(' (owner=name '.')? of=name ')')? STRING? ';' ;

attribute
    : 'ro' | 'wo' | 'rw' | 'rc' | 'ros' | 'rwc' | 'rw1c' | 'rwzc' | 'rw0c' | 'rwo' | 'rwcs' | 'rws' | 'rwl' | 'wor'
    | 'mbz' | 'mb1' | 'rsvd' | 'none'
    ;

expression
    : NUMBER                                                                                    # number
    | name                                                                                      # reference
    | '(' expression ')'                                                                        # group
    | expression op=('*' | '/') expression                                                      # binary
    | expression op=('+' | '-') expression                                                      # binary
    | expression op=('<<' | '>>') expression                                                    # binary
    ;

/** Words of the language may be names, too. */
name
    : ID | 'import' | 'device' | 'space' | 'constants' | 'regtype' | 'datatype' | 'register' | 'regarray' | 'width'
    | 'type' | 'also' | 'noaddr' | 'noaddress' | 'lsbfirst' | 'msbfirst' | 'valuewise' | 'registerwise' | 'bytewise'
    | 'stepwise' | attribute
    ;

ID          : [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER      : '0x' [0-9a-fA-F_]+ | '0X' [0-9a-fA-F_]+ | '0b' [01_]+ | '0B' [01_]+ | [0-9] [0-9_]* ;
STRING      : '"' ('\\' . | ~["\\])* '"' ;
BLOCK       : '/*' .*? '*/' -> skip ;
LINE        : '//' ~[\r\n]* -> skip ;
SPACES      : [ \t\r\n\f]+ -> skip ;
OTHER       : . ;
