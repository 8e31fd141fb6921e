-- What happened to mails is found by whose it is within a slot of time, of 32,768 milliseconds: what comes in at once
-- stands together. Of `mail` and `link` the first eight bytes of their hashes are enough; which event it was, the log says.
-- `kind`: 0 delivered, 1 opened, 2 clicked.
alter table judging.mail rename to mail_before;
create table judging.mail (
    slot bigint not null,
    who uuid not null,
    at bigint not null,
    position bigint not null,
    mail bigint not null,
    link bigint,
    kind int not null
);
insert into judging.mail (slot, who, at, position, mail, link, kind)
select at >> 15, who, at, position,
       ('x' || left(replace(mail::text, '-', ''), 16))::bit(64)::bigint,
       ('x' || left(replace(link::text, '-', ''), 16))::bit(64)::bigint,
       case kind when 'DELIVERED' then 0 when 'OPENED' then 1 else 2 end
  from judging.mail_before order by at >> 15, who;
create index mail_in_slot on judging.mail (slot, who);
drop table judging.mail_before;
